import { Trans } from "@lingui/react/macro";
import { type FormEvent, type ReactNode } from "react";
import { CategoryFields, nameTyped } from "#admin/category-fields.tsx";
import { CategoryPicker } from "#admin/category-picker.tsx";
import type { PlacedCategory } from "#admin/category-queries.ts";
import { useExplainCategoryRefusal } from "#admin/explain-category-refusal.ts";
import { useCategoryActs } from "#admin/use-category-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

const LAST = 100_000;

/** Name, address and place of one category, and its end. */
export function CategoryEditor({ category }: { category: PlacedCategory }) {
  return (
    <div className="grid">
      <Section title={<Trans>Name and address</Trans>}>
        <Texts key={category.version} category={category} />
      </Section>
      <Section title={<Trans>Move it elsewhere</Trans>}>
        <Place category={category} />
      </Section>
      <Section title={<Trans>Delete the category</Trans>} danger>
        <End category={category} />
      </Section>
    </div>
  );
}

function Section({ title, danger = false, children }: { title: ReactNode; danger?: boolean; children: ReactNode }) {
  return (
    <details>
      <summary
        className={`inline-flex min-h-11 cursor-pointer items-center underline ${danger ? "text-rowan" : "text-spruce"}`}
      >
        {title}
      </summary>
      <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">{children}</div>
    </details>
  );
}

function Texts({ category: { id, version, name, slug } }: { category: PlacedCategory }) {
  const { change } = useCategoryActs();
  const explain = useExplainCategoryRefusal();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    change.mutate({ id, version, name: nameTyped(typed), slug: typed("slug").trim() });
  };
  return (
    <form method="post" onSubmit={submit} className="grid w-full gap-4">
      {change.error && <Alert>{explain(refusalOf(change.error))}</Alert>}
      <CategoryFields name={name} slug={slug} />
      <Button type="submit" className="justify-self-start" busy={change.isPending}>
        <Trans>Save the category</Trans>
      </Button>
    </form>
  );
}

function Place({ category: { id, version, parentId } }: { category: PlacedCategory }) {
  const { move } = useCategoryActs();
  const explain = useExplainCategoryRefusal();
  const moveTo = (parent: string | null) => move.mutate({ id, version, parentId: parent, index: LAST });
  return (
    <>
      <p>
        <Trans>It moves with everything below it. Its products follow within a moment.</Trans>
      </p>
      {move.error && <Alert>{explain(refusalOf(move.error))}</Alert>}
      {parentId !== null && (
        <Button tone="secondary" busy={move.isPending} onClick={() => moveTo(null)}>
          <Trans>To the top of the tree</Trans>
        </Button>
      )}
      <CategoryPicker
        label={<Trans>Into the category</Trans>}
        without={[id]}
        busy={move.isPending}
        onChoose={(choice) => moveTo(choice.id)}
      />
    </>
  );
}

function End({ category: { id, version, parentId } }: { category: PlacedCategory }) {
  const { remove, leave } = useCategoryActs();
  const explain = useExplainCategoryRefusal();
  return (
    <>
      <p>
        <Trans>Only an empty category can be deleted: without categories below it and without products.</Trans>
      </p>
      {remove.error && <Alert>{explain(refusalOf(remove.error))}</Alert>}
      <Button
        tone="danger"
        busy={remove.isPending}
        onClick={() => remove.mutate({ id, version }, { onSuccess: () => void leave(parentId) })}
      >
        <Trans>Delete for good</Trans>
      </Button>
    </>
  );
}
