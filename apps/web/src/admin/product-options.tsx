import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { NamedFields } from "#admin/named-fields.tsx";
import type { Option, Product } from "#admin/product-model.ts";
import { useProductActs } from "#admin/use-product-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

const EMPTY: Option = { code: "", name: {}, values: [{ code: "", name: {}, swatch: null }] };

/** What the variants of a product differ in: colour, size. */
export function ProductOptions({ product }: { product: Product }) {
  return <Options key={JSON.stringify(product.options)} product={product} />;
}

function Options({ product: { id, version, options: saved } }: { product: Product }) {
  const { setOptions } = useProductActs();
  const explain = useExplainProductRefusal();
  const [options, change] = useState<Option[]>(saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOptions.mutate({ id, version, options });
  };
  const put = (index: number, option: Option) =>
    change(options.map((each, place) => (place === index ? option : each)));
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {setOptions.error && <Alert>{explain(refusalOf(setOptions.error))}</Alert>}
      {options.length === 0 && (
        <p className="text-muted">
          <Trans>Without options the product has one variant. Add one if it comes in colours or sizes.</Trans>
        </p>
      )}
      {options.map((option, index) => (
        <OptionFields
          key={index}
          option={option}
          onChange={(next) => put(index, next)}
          onRemove={() => change(options.filter((_, place) => place !== index))}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button tone="secondary" onClick={() => change([...options, EMPTY])}>
          <Trans>Add an option</Trans>
        </Button>
        <Button type="submit" busy={setOptions.isPending}>
          <Trans>Save the options</Trans>
        </Button>
      </div>
    </form>
  );
}

interface OptionFieldsProps {
  option: Option;
  onChange: (option: Option) => void;
  onRemove: () => void;
}

function OptionFields({ option, onChange, onRemove }: OptionFieldsProps) {
  const { values } = option;
  const put = (index: number, value: Option["values"][number]) =>
    onChange({ ...option, values: values.map((each, place) => (place === index ? value : each)) });
  return (
    <fieldset className="grid gap-3 border-l-2 border-shelf pl-4">
      <legend className="sr-only">
        <Trans>Option</Trans>
      </legend>
      <NamedFields named={option} onChange={(named) => onChange({ ...option, ...named })} />
      <p className="font-medium">
        <Trans>Values</Trans>
      </p>
      <ul className="grid gap-3">
        {values.map((value, index) => (
          <li key={index} className="flex flex-wrap items-end gap-2">
            <NamedFields named={value} onChange={(named) => put(index, { ...value, ...named })} />
            <Button
              tone="quiet"
              size="dense"
              onClick={() => onChange({ ...option, values: values.filter((_, place) => place !== index) })}
            >
              <Trans>Remove the value</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button
          tone="secondary"
          size="dense"
          onClick={() => onChange({ ...option, values: [...values, ...EMPTY.values] })}
        >
          <Trans>Add a value</Trans>
        </Button>
        <Button tone="quiet" size="dense" onClick={onRemove}>
          <Trans>Remove the option</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
