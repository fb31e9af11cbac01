import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { CategoryFields, nameTyped } from "#admin/category-fields.tsx";
import {
  type BranchDraft,
  branchesOf,
  type Collection,
  collectionRuleOf,
  emptyBranch,
} from "#admin/collection-rule-draft.ts";
import { CollectionRuleEditor } from "#admin/collection-rule-editor.tsx";
import { useExplainCollectionRefusal } from "#admin/explain-collection-refusal.ts";
import { useCollectionActs } from "#admin/use-collection-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Checkbox, Field, Radio, TextArea } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Names, texts, address and rule of a collection; null makes a new one. */
export function CollectionEditor({ collection }: { collection: Collection | null }) {
  const { create, change } = useCollectionActs();
  const explain = useExplainCollectionRefusal();
  const [byRule, setByRule] = useState(collection !== null && collection.rule !== null);
  const [branches, setBranches] = useState<BranchDraft[]>(() =>
    collection?.rule ? branchesOf(collection.rule) : [emptyBranch()],
  );
  const rule = byRule ? collectionRuleOf(branches) : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const slug = typed("slug").trim();
    const draft = {
      name: nameTyped(typed),
      description: nameTyped((name) => typed(`about-${name}`)),
      visible: typed("visible") !== "",
      rule,
      ...(slug && { slug }),
    };
    if (collection) change.mutate({ id: collection.id, version: collection.version, ...draft });
    else create.mutate(draft);
  };
  const error = create.error ?? change.error;
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[56rem] gap-6">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <CategoryFields {...(collection && { name: collection.name, slug: collection.slug })} />
      <About collection={collection} />
      <Checkbox name="visible" value="yes" defaultChecked={collection?.visible ?? true}>
        <Trans>Shoppers find its page</Trans>
      </Checkbox>
      {!collection && <Kind byRule={byRule} onChoose={setByRule} />}
      {byRule && <CollectionRuleEditor branches={branches} onChange={setBranches} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={create.isPending || change.isPending} disabled={byRule && !rule}>
          <Trans>Save the collection</Trans>
        </Button>
        <LinkButton tone="secondary" to="/admin/collections">
          <Trans>Back without saving</Trans>
        </LinkButton>
      </div>
      {collection && <End collection={collection} />}
    </form>
  );
}

function About({ collection }: { collection: Collection | null }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={<Trans>Description in Russian</Trans>} optional>
        {(control) => (
          <TextArea
            {...control}
            name="about-ru"
            lang="ru"
            maxLength={2000}
            defaultValue={collection?.description.ru ?? ""}
          />
        )}
      </Field>
      <Field label={<Trans>Description in English</Trans>} optional>
        {(control) => (
          <TextArea
            {...control}
            name="about-en"
            lang="en"
            maxLength={2000}
            defaultValue={collection?.description.en ?? ""}
          />
        )}
      </Field>
    </div>
  );
}

function Kind({ byRule, onChoose }: { byRule: boolean; onChoose: (byRule: boolean) => void }) {
  return (
    <fieldset>
      <legend className="text-base font-semibold">
        <Trans>How products come into the collection</Trans>
      </legend>
      <Radio name="kind" checked={!byRule} onChange={() => onChoose(false)}>
        <Trans>By hand: you put them in and take them out</Trans>
      </Radio>
      <Radio name="kind" checked={byRule} onChange={() => onChoose(true)}>
        <Trans>By a rule: the shop keeps the collection true by itself, prices included</Trans>
      </Radio>
      <p className="text-muted">
        <Trans>This cannot be changed later.</Trans>
      </p>
    </fieldset>
  );
}

function End({ collection: { id, version } }: { collection: Collection }) {
  const { remove } = useCollectionActs();
  const explain = useExplainCollectionRefusal();
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
        <Trans>Delete the collection</Trans>
      </summary>
      <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
        <p>
          <Trans>The collection and its page go for good; its products stay.</Trans>
        </p>
        {remove.error && <Alert>{explain(refusalOf(remove.error))}</Alert>}
        <Button tone="danger" busy={remove.isPending} onClick={() => remove.mutate({ id, version })}>
          <Trans>Delete for good</Trans>
        </Button>
      </div>
    </details>
  );
}
