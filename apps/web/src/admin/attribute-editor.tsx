import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { AttributeEnd } from "#admin/attribute-end.tsx";
import { AttributeFields } from "#admin/attribute-fields.tsx";
import { type Attribute, type AttributeTerms, NEW_ATTRIBUTE, termsOf } from "#admin/attribute-model.ts";
import { bothTexts, filterKey, useAttributeTypeNames, useFilterNames } from "#admin/attribute-texts.ts";
import { ChoicesEditor } from "#admin/choices-editor.tsx";
import { Dispute } from "#admin/dispute.tsx";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import type { Difference } from "#admin/product-conflict.ts";
import { useAttributeActs } from "#admin/use-attribute-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Terms of an attribute; null makes a new one. What was typed stays through every refusal. */
export function AttributeEditor({ attribute }: { attribute: Attribute | null }) {
  const { create, change } = useAttributeActs();
  const explain = useExplainProductRefusal();
  const differencesOf = useDifferences();
  const [seen, setSeen] = useState(attribute);
  const [code, setCode] = useState(attribute?.code ?? "");
  const [terms, setTerms] = useState<AttributeTerms>(attribute ?? NEW_ATTRIBUTE);
  const take = (fresh: Attribute) => {
    setSeen(fresh);
    setTerms(fresh);
    change.reset();
  };
  const twice = terms.choices.find(({ code }, place) => terms.choices.findIndex((each) => each.code === code) < place);
  const save = (version: number) => change.mutate({ ...termsOf(terms), code, version }, { onSuccess: take });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (seen) save(seen.version);
    else create.mutate({ ...termsOf(terms), code: code.trim() });
  };
  const refusal = refusalOf(create.error ?? change.error);
  const codeTaken = refusal?.code === "catalog.attribute-code-taken";
  const fresh = refusal?.code === "core.stale-version" && attribute?.version !== seen?.version ? attribute : null;
  return (
    <div className="grid max-w-[56rem] gap-6">
      <form method="post" onSubmit={submit} className="grid gap-6">
        {(create.error ?? change.error) && !codeTaken && !fresh && <Alert>{explain(refusal)}</Alert>}
        {twice && <CodeTwice code={twice.code} />}
        {fresh && (
          <Dispute
            differences={differencesOf(terms, fresh)}
            busy={change.isPending}
            onMine={() => save(fresh.version)}
            onTheirs={() => take(fresh)}
          />
        )}
        <AttributeFields
          code={code}
          codeError={codeTaken ? explain(refusal) : undefined}
          terms={terms}
          former={seen?.type}
          onCode={seen ? undefined : setCode}
          onChange={setTerms}
        />
        {terms.type === "choice" && (
          <ChoicesEditor choices={terms.choices} onChange={(choices) => setTerms({ ...terms, choices })} />
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={create.isPending || change.isPending} disabled={Boolean(twice?.code)}>
            <Trans>Save the attribute</Trans>
          </Button>
          <LinkButton tone="secondary" to="/admin/attributes">
            <Trans>Back without saving</Trans>
          </LinkButton>
        </div>
      </form>
      {seen && <AttributeEnd attribute={seen} />}
    </div>
  );
}

/** Told while it is typed. */
function CodeTwice({ code }: { code: string }) {
  const { t } = useLingui();
  return code === "" ? null : <Alert>{t`The code “${code}” is there twice.`}</Alert>;
}

/** What two sets of terms say differently, in words. */
function useDifferences(): (mine: AttributeTerms, theirs: AttributeTerms) => Difference[] {
  const types = useAttributeTypeNames();
  const filters = useFilterNames();
  const told = (given: AttributeTerms): Record<string, string | null> => {
    const { name, unit, type, choices, filterable } = termsOf(given);
    return {
      name: bothTexts(name),
      unit: unit && bothTexts(unit),
      type: types[type],
      choices: choices.map((choice) => `${bothTexts(choice.name)} (${choice.code})`).join("; ") || null,
      filterable: filters[filterKey(filterable)],
    };
  };
  return (mine, theirs) => {
    const [yours, other] = [told(mine), told(theirs)];
    return Object.keys(yours)
      .filter((field) => yours[field] !== other[field])
      .map((field) => ({ field, yours: yours[field], theirs: other[field] }));
  };
}
