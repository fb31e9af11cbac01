import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { ConditionFields, useFactNames } from "#admin/condition-fields.tsx";
import { type ConditionDraft, emptyDraft, type Fact, type Rule, ruleOf } from "#admin/group-rule-draft.ts";
import { useSettled } from "#admin/use-settled.ts";
import { useApi } from "#core/app.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";

const MOST = 10;
interface RuleEditorProps {
  drafts: readonly ConditionDraft[];
  onChange: (drafts: ConditionDraft[]) => void;
}

/** The conditions of a rule, with the number of customers who fulfil them. */
export function RuleEditor({ drafts, onChange }: RuleEditorProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  return (
    <fieldset ref={box} tabIndex={-1} className="grid gap-4">
      <legend className="mb-2 text-base font-semibold">
        <Trans>Who is in the group: customers of whom all of this is true</Trans>
      </legend>
      {drafts.map((draft) => (
        <Condition
          key={draft.key}
          draft={draft}
          onChange={(part) => onChange(drafts.map((each) => (each === draft ? { ...draft, ...part } : each)))}
          onRemove={() => {
            onChange(drafts.filter((each) => each !== draft));
            box.current?.focus();
          }}
        />
      ))}
      {drafts.length < MOST && (
        <AddCondition onAdd={(fact) => onChange([...drafts, emptyDraft(nextKey(drafts), fact)])} />
      )}
      <Preview rule={ruleOf(drafts)} />
    </fieldset>
  );
}

interface ConditionProps {
  draft: ConditionDraft;
  onChange: (part: Partial<ConditionDraft>) => void;
  onRemove: () => void;
}

function Condition({ draft, onChange, onRemove }: ConditionProps) {
  const { t } = useLingui();
  const name = useFactNames()[draft.fact];
  return (
    <fieldset className="grid gap-3 border-l-2 border-shelf pl-4">
      <legend className="float-left font-medium">{name}</legend>
      <ConditionFields draft={draft} onChange={onChange} />
      <Button
        tone="quiet"
        size="dense"
        className="justify-self-start"
        aria-label={t`Remove this condition: ${name}`}
        onClick={onRemove}
      >
        <Trans>Remove this condition</Trans>
      </Button>
    </fieldset>
  );
}

const nextKey = (drafts: readonly ConditionDraft[]) => Math.max(0, ...drafts.map(({ key }) => key)) + 1;

function AddCondition({ onAdd }: { onAdd: (fact: Fact) => void }) {
  const names = useFactNames();
  const [fact, setFact] = useState<Fact>("orders");
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={<Trans>One more condition</Trans>}>
        {(control) => (
          <Select {...control} value={fact} onChange={(event) => setFact(event.currentTarget.value as Fact)}>
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

/** How many customers the rule would let in, asked once the typing pauses. */
function Preview({ rule }: { rule: Rule | null }) {
  const asked = useSettled(rule);
  const input = asked ? { rule: asked } : skipToken;
  const found = useQuery(useApi().users.groups.preview.queryOptions(input, { placeholderData: keepPreviousData }));
  const said = (): ReactNode => {
    if (!rule) return <Trans>Complete every condition to see how many customers it lets in.</Trans>;
    if (found.isError) return <Trans>The customers could not be counted. Please try again in a moment.</Trans>;
    if (!found.data) return <Trans>Counting…</Trans>;
    const { customers } = found.data;
    return (
      <Plural
        value={customers}
        _0="Nobody fulfils this now."
        one="# customer fulfils this now."
        other="# customers fulfil this now."
      />
    );
  };
  return (
    <p role="status" className="rounded-button bg-linen p-4">
      {said()}
    </p>
  );
}
