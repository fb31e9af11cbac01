import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { bothTexts } from "#admin/attribute-texts.ts";
import { Dispute } from "#admin/dispute.tsx";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { NamedFields } from "#admin/named-fields.tsx";
import type { Difference } from "#admin/product-conflict.ts";
import { TypeAttributes } from "#admin/type-attributes.tsx";
import { NEW_TYPE, type ProductType, type TypeDraft, typeToSave } from "#admin/type-model.ts";
import { useTypeActs } from "#admin/use-type-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Names and attributes of a product type; null makes a new one. What was typed stays through every refusal. */
export function TypeEditor({ type }: { type: ProductType | null }) {
  const { create, change } = useTypeActs();
  const explain = useExplainProductRefusal();
  const differencesOf = useDifferences();
  const [seen, setSeen] = useState(type);
  const [draft, setDraft] = useState<TypeDraft>(type ?? NEW_TYPE);
  const take = (fresh: ProductType) => {
    setSeen(fresh);
    setDraft(fresh);
    change.reset();
  };
  const save = ({ id, version }: ProductType) =>
    change.mutate({ ...typeToSave(draft), id, version }, { onSuccess: take });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (seen) save(seen);
    else create.mutate(typeToSave(draft));
  };
  const error = create.error ?? change.error;
  const refusal = refusalOf(error);
  const fresh = refusal?.code === "core.stale-version" && type?.version !== seen?.version ? type : null;
  return (
    <div className="grid max-w-[56rem] gap-6">
      <form method="post" onSubmit={submit} className="grid gap-6">
        {error && !fresh && <Alert>{explain(refusal)}</Alert>}
        {fresh && (
          <Dispute
            differences={differencesOf(draft, fresh)}
            busy={change.isPending}
            onMine={() => save(fresh)}
            onTheirs={() => take(fresh)}
          />
        )}
        <NamedFields named={draft} onChange={(named) => setDraft({ ...draft, ...named })} />
        <TypeAttributes attributes={draft.attributes} onChange={(attributes) => setDraft({ ...draft, attributes })} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={create.isPending || change.isPending}>
            <Trans>Save the product type</Trans>
          </Button>
          <LinkButton tone="secondary" to="/admin/types">
            <Trans>Back without saving</Trans>
          </LinkButton>
        </div>
      </form>
      {seen && <End type={seen} />}
    </div>
  );
}

/** What two drafts say differently, in words. */
function useDifferences(): (mine: TypeDraft, theirs: TypeDraft) => Difference[] {
  const { t } = useLingui();
  const told = ({ code, name, attributes }: TypeDraft): Record<string, string> => ({
    code,
    name: bothTexts(name),
    attributes: attributes
      .map((each) =>
        [each.code, each.required && t`needed`, each.perVariant && t`per variant`].filter(Boolean).join(", "),
      )
      .join("; "),
  });
  return (mine, theirs) => {
    const [yours, other] = [told(mine), told(theirs)];
    return Object.keys(yours)
      .filter((field) => yours[field] !== other[field])
      .map((field) => ({ field, yours: yours[field], theirs: other[field] }));
  };
}

function End({ type: { id, version } }: { type: ProductType }) {
  const { remove } = useTypeActs();
  const explain = useExplainProductRefusal();
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
        <Trans>Delete the product type</Trans>
      </summary>
      <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
        <p>
          <Trans>Only a type that no product is of can be deleted. Its attributes stay.</Trans>
        </p>
        {remove.error && <Alert>{explain(refusalOf(remove.error))}</Alert>}
        <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ id, version })}>
          <Trans>Delete for good</Trans>
        </Button>
      </div>
    </details>
  );
}
