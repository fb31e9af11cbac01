import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { AttributeInput } from "#admin/attribute-input.tsx";
import type { Attribute } from "#admin/attribute-model.ts";
import { controlOf, type TypedValues, withTyped } from "#admin/attribute-value.ts";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { useFaultText } from "#admin/fault-text.ts";
import { factsOf, type Product } from "#admin/product-model.ts";
import { TypeSelect } from "#admin/type-select.tsx";
import { useFactsSaving } from "#admin/use-facts-saving.tsx";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";

/** The type of a product and what it says of itself; what somebody else saved of it meanwhile begins it anew. */
export function ProductAttributes({ product }: { product: Product }) {
  const [round, begin] = useState(0);
  const { typeId, attributes } = product;
  const key = `${round} ${typeId} ${JSON.stringify(attributes)}`;
  return <Form key={key} product={product} onTheirs={() => begin(round + 1)} />;
}

type Fault = { code: string; reason: "unknown" | "type" | "choice" };
const idOf = (code: string) => `attribute-${code}`;

function Form({ product, onTheirs }: { product: Product; onTheirs: () => void }) {
  const explain = useExplainProductRefusal();
  const { save, busy, refused, refusal, dispute } = useFactsSaving(product, onTheirs);
  const [typeId, setTypeId] = useState(product.typeId);
  const [typed, setTyped] = useState<TypedValues>({});
  const [mistyped, setMistyped] = useState<string[]>([]);
  const { attributes, perVariant } = useAttributesOf(product, typeId);
  const { attributes: values } = product;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const told = withTyped({ attributes, values, typed });
    setMistyped(told.wrong);
    if (told.wrong.length === 0) save({ ...factsOf(product), typeId, attributes: told.values });
  };
  const named = refusal?.code === "catalog.invalid-attributes" ? refusal.details.faults : [];
  const faults: Fault[] = mistyped.length > 0 ? mistyped.map((code) => ({ code, reason: "type" })) : named;
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      {refused && named.length === 0 && <Alert>{explain(refusal)}</Alert>}
      {dispute}
      <Faults faults={faults} attributes={attributes} />
      <TypeSelect typeId={typeId} onChoose={setTypeId} />
      <Fields
        attributes={attributes}
        values={values}
        typed={typed}
        faults={faults}
        onType={(code, text) => setTyped({ ...typed, [code]: text })}
      />
      {perVariant > 0 && (
        <p className="text-muted">
          <Trans>What each variant says for itself stands with the variants.</Trans>
        </p>
      )}
      <Button type="submit" className="justify-self-start" busy={busy}>
        <Trans>Save type and attributes</Trans>
      </Button>
    </form>
  );
}

type Asked = Attribute & { required?: boolean };

/** What the type asks for, in its order, and whatever else the product says; `perVariant` counts what variants say. */
function useAttributesOf({ type, looseAttributes, attributes }: Product, typeId: string | null) {
  const types = useQuery(useApi().catalog.types.list.queryOptions()).data ?? [];
  const ofType = types.find(({ id }) => id === typeId)?.attributes ?? [];
  const asked: Asked[] = ofType.filter(({ perVariant }) => !perVariant);
  const known = [...(type?.attributes ?? []), ...looseAttributes].map(({ required: _, ...rest }: Asked) => rest);
  const loose = known.filter(({ code }) => code in attributes && !asked.some((each) => each.code === code));
  return { attributes: [...asked, ...loose], perVariant: ofType.length - asked.length };
}

interface FieldsProps {
  attributes: Asked[];
  values: Product["attributes"];
  typed: TypedValues;
  faults: Fault[];
  onType: (code: string, typed: TypedValues[string]) => void;
}

function Fields({ attributes, values, typed, faults, onType }: FieldsProps) {
  const faultText = useFaultText();
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {attributes.map((attribute) => {
        const { code } = attribute;
        const fault = faults.find((each) => each.code === code);
        return (
          <AttributeInput
            key={code}
            id={idOf(code)}
            attribute={attribute}
            value={values[code]}
            typed={typed[code]}
            error={fault && faultText(fault.reason, controlOf(attribute, values[code]))}
            onType={(text) => onType(code, text)}
          />
        );
      })}
    </div>
  );
}

/** All faults at once, each leading to its field. */
function Faults({ faults, attributes }: { faults: Fault[]; attributes: Asked[] }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const faultText = useFaultText();
  const errors = faults.map(({ code, reason }) => {
    const attribute = attributes.find((each) => each.code === code);
    const name = (attribute && localized(attribute.name)) || code;
    const why = faultText(reason, attribute ? controlOf(attribute, undefined) : "text");
    return { fieldId: idOf(code), message: t`${name}: ${why}` };
  });
  return <ErrorSummary errors={errors} />;
}
