import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { CollectionCondition, useCollectionFacts } from "#admin/collection-condition.tsx";
import {
  type BranchDraft,
  type CollectionFact,
  type CollectionRule,
  collectionRuleOf,
  emptyBranch,
  emptyCondition,
} from "#admin/collection-rule-draft.ts";
import { useExplainCollectionRefusal } from "#admin/explain-collection-refusal.ts";
import { useSettled } from "#admin/use-settled.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";

const MOST_BRANCHES = 5;
const MOST_CONDITIONS = 10;

interface RuleEditorProps {
  branches: readonly BranchDraft[];
  onChange: (branches: BranchDraft[]) => void;
}

/** The branches of a rule, with the number of products that it lets in. */
export function CollectionRuleEditor({ branches, onChange }: RuleEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const { t } = useLingui();
  return (
    <div ref={box} tabIndex={-1} role="group" aria-label={t`Rule`} className="grid gap-5">
      {branches.map((branch, index) => (
        <Branch
          key={branch.key}
          branch={branch}
          first={index === 0}
          onChange={(changed) => onChange(branches.map((each) => (each === branch ? changed : each)))}
          onRemove={
            branches.length > 1
              ? () => {
                  onChange(branches.filter((each) => each !== branch));
                  box.current?.focus();
                }
              : undefined
          }
        />
      ))}
      {branches.length < MOST_BRANCHES && (
        <Button
          tone="secondary"
          size="dense"
          className="min-h-11 justify-self-start"
          onClick={() => onChange([...branches, emptyBranch()])}
        >
          <Trans>Or products of another kind</Trans>
        </Button>
      )}
      <Preview rule={collectionRuleOf(branches)} />
    </div>
  );
}

interface BranchProps {
  branch: BranchDraft;
  first: boolean;
  onChange: (branch: BranchDraft) => void;
  onRemove: (() => void) | undefined;
}

function Branch({ branch, first, onChange, onRemove }: BranchProps) {
  const { t } = useLingui();
  const names = useCollectionFacts();
  const { conditions } = branch;
  const put = (changed: BranchDraft["conditions"]) => onChange({ ...branch, conditions: changed });
  return (
    <fieldset className="grid gap-4 rounded-button border border-line p-4">
      <legend className="px-1 text-base font-semibold">
        {first ? <Trans>Products of which all of this is true</Trans> : <Trans>Or of which all of this is true</Trans>}
      </legend>
      {conditions.map((draft) => {
        const name = names[draft.fact];
        return (
          <fieldset key={draft.key} className="grid gap-3 border-l-2 border-shelf pl-4">
            <legend className="float-left font-medium">{name}</legend>
            <CollectionCondition
              draft={draft}
              onChange={(part) => put(conditions.map((each) => (each === draft ? { ...draft, ...part } : each)))}
            />
            {conditions.length > 1 && (
              <Button
                tone="quiet"
                size="dense"
                className="min-h-11 justify-self-start"
                aria-label={t`Remove this condition: ${name}`}
                onClick={() => put(conditions.filter((each) => each !== draft))}
              >
                <Trans>Remove this condition</Trans>
              </Button>
            )}
          </fieldset>
        );
      })}
      {conditions.length < MOST_CONDITIONS && (
        <AddCondition onAdd={(fact) => put([...conditions, emptyCondition(fact)])} />
      )}
      {onRemove && (
        <Button tone="quiet" size="dense" className="min-h-11 justify-self-start" onClick={onRemove}>
          <Trans>Remove all of these conditions</Trans>
        </Button>
      )}
    </fieldset>
  );
}

function AddCondition({ onAdd }: { onAdd: (fact: CollectionFact) => void }) {
  const names = useCollectionFacts();
  const [fact, setFact] = useState<CollectionFact>("price");
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={<Trans>One more condition</Trans>}>
        {(control) => (
          <Select {...control} value={fact} onChange={(event) => setFact(event.currentTarget.value as CollectionFact)}>
            {Object.entries(names).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button tone="secondary" onClick={() => onAdd(fact)}>
        <Trans>Add</Trans>
      </Button>
    </div>
  );
}

/** How many products the rule would let in, asked once the typing pauses. */
function Preview({ rule }: { rule: CollectionRule | null }) {
  const asked = useSettled(rule);
  const explain = useExplainCollectionRefusal();
  const { preview } = useApi().catalog.collections;
  const found = useQuery(
    preview.queryOptions(asked ? { rule: asked } : skipToken, { placeholderData: keepPreviousData }),
  );
  const said = (): ReactNode => {
    if (!rule) return <Trans>Complete every condition to see how many products it lets in.</Trans>;
    if (found.isError) return explain(refusalOf(found.error));
    if (!found.data) return <Trans>Counting…</Trans>;
    const { products, exact } = found.data;
    if (!exact) return <Plural value={products} one="About # product fits." other="About # products fit." />;
    return <Plural value={products} _0="No product fits now." one="# product fits now." other="# products fit now." />;
  };
  return (
    <p role="status" className="rounded-button bg-linen p-4">
      {said()}
    </p>
  );
}
