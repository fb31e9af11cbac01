import { Trans } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { type FormEvent, useState } from "react";
import { useExplainTuningRefusal } from "#admin/explain-tuning-refusal.ts";
import { ProductFinder } from "#admin/product-finder.tsx";
import { RulePreview } from "#admin/rule-preview.tsx";
import { type PlacedProduct, PlacedProducts } from "#admin/placed-products.tsx";
import { useTuningActs } from "#admin/use-tuning-acts.tsx";
import type { Api } from "#core/api.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

export type ShownQueryRule = inferOutput<Api["search"]["tuning"]["queryRule"]>;
const MOST_PINNED = 20;
const MOST_BURIED = 50;

/** A query, and the products that stand first or last for it; null makes a new rule. */
export function QueryRuleEditor({ rule, phrase = "" }: { rule: ShownQueryRule | null; phrase?: string }) {
  const { createQueryRule, changeQueryRule, removeQueryRule } = useTuningActs();
  const explain = useExplainTuningRefusal();
  const [query, setQuery] = useState(rule?.query ?? phrase);
  const known = (ids: string[] = []): PlacedProduct[] =>
    ids.map((id) => rule?.products.find(({ productId }) => productId === id) ?? { productId: id, name: null });
  const [pinned, setPinned] = useState(() => known(rule?.pinned));
  const [buried, setBuried] = useState(() => known(rule?.buried));
  const idsOf = (products: PlacedProduct[]) => products.map(({ productId }) => productId);
  const draft = { query: query.trim(), pinned: idsOf(pinned), buried: idsOf(buried) };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (rule) changeQueryRule.mutate({ ...draft, id: rule.id, version: rule.version });
    else createQueryRule.mutate(draft);
  };
  const error = createQueryRule.error ?? changeQueryRule.error ?? removeQueryRule.error;
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[56rem] gap-6">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <Field
        label={<Trans>When somebody searches for</Trans>}
        hint={<Trans>One form of each word is enough; other words make it another search.</Trans>}
      >
        {(control) => (
          <TextInput
            {...control}
            required
            autoComplete="off"
            maxLength={200}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProductFinder
        taken={[...draft.pinned, ...draft.buried]}
        acts={[
          {
            name: "pin",
            disabled: pinned.length >= MOST_PINNED,
            onChoose: (product) => setPinned((all) => [...all, product]),
          },
          {
            name: "bury",
            disabled: buried.length >= MOST_BURIED,
            onChoose: (product) => setBuried((all) => [...all, product]),
          },
        ]}
      />
      <PlacedProducts title={<Trans>First, in this order</Trans>} products={pinned} ordered onChange={setPinned} />
      <PlacedProducts title={<Trans>Last</Trans>} products={buried} onChange={setBuried} />
      <RulePreview
        tried={draft.query ? { rule: { ...draft, ...(rule && { id: rule.id }) } } : null}
        query={draft.query}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={createQueryRule.isPending || changeQueryRule.isPending}>
          <Trans>Save the rule</Trans>
        </Button>
        <LinkButton tone="secondary" to="/admin/search">
          <Trans>Back without saving</Trans>
        </LinkButton>
        {rule && (
          <Button
            tone="danger"
            busy={removeQueryRule.isPending}
            onClick={() => removeQueryRule.mutate({ id: rule.id, version: rule.version })}
          >
            <Trans>Delete the rule</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
