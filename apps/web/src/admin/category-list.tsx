import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { CategoryFields, nameTyped } from "#admin/category-fields.tsx";
import { categoriesIn, type ShopCategory } from "#admin/category-queries.ts";
import { useExplainCategoryRefusal } from "#admin/explain-category-refusal.ts";
import { useCategoryActs } from "#admin/use-category-acts.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { Alert, EmptyState } from "#core/ui/states.tsx";

/** What lies in a category (null: the whole tree), in the order shoppers see; each can go up or down. */
export function CategoryList({ parentId }: { parentId: string | null }) {
  const pages = useSuspenseInfiniteQuery(categoriesIn(useApi(), parentId));
  const { move } = useCategoryActs();
  const explain = useExplainCategoryRefusal();
  const [said, setSaid] = useState("");
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const { t } = useLingui();
  const localized = useLocalized();
  const put = (category: ShopCategory, index: number) =>
    move.mutate(
      { id: category.id, version: category.version, parentId, index },
      { onSuccess: () => setSaid(t`${localized(category.name)}: place ${index + 1}`) },
    );
  return (
    <div className="grid gap-4">
      {move.error && <Alert>{explain(refusalOf(move.error))}</Alert>}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={<Trans>Nothing lies in it yet</Trans>}>
          <p>
            <Trans>
              Divide it when its list becomes too long to look through: most shoppers open three pages at most.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <ol className="grid">
          {rows.map((category, index) => (
            <Row
              key={category.id}
              category={category}
              busy={move.isPending}
              onUp={index > 0 ? () => put(category, index - 1) : undefined}
              onDown={index < rows.length - 1 ? () => put(category, index + 1) : undefined}
            />
          ))}
        </ol>
      )}
      <ShowMore pages={pages} />
      <NewCategory parentId={parentId} />
    </div>
  );
}

interface RowProps {
  category: ShopCategory;
  busy: boolean;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

function Row({ category: { id, name, slug, children, hasProducts }, busy, onUp, onDown }: RowProps) {
  const { t } = useLingui();
  const title = useLocalized()(name);
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
      <Link
        to="/admin/categories"
        search={{ in: id }}
        className="inline-flex min-h-11 items-center font-semibold text-spruce underline"
      >
        {title}
      </Link>
      <code className="break-all text-sm text-muted">{slug}</code>
      <span className="text-sm text-muted">
        {children > 0 && <Plural value={children} one="# category below" other="# categories below" />}
        {children === 0 && !hasProducts && <Trans>empty</Trans>}
      </span>
      <span className="ml-auto flex">
        <Arrow label={t`Up: ${title}`} busy={busy} act={onUp}>
          ↑
        </Arrow>
        <Arrow label={t`Down: ${title}`} busy={busy} act={onDown}>
          ↓
        </Arrow>
      </span>
    </li>
  );
}

/** The first stays where it is, but keeps the focus of who brought it there. */
function Arrow({
  label,
  busy,
  act,
  children,
}: {
  label: string;
  busy: boolean;
  act: (() => void) | undefined;
  children: string;
}) {
  return (
    <Button
      tone="quiet"
      size="dense"
      className="size-11"
      aria-label={label}
      aria-disabled={!act || busy || undefined}
      onClick={act && !busy ? act : undefined}
    >
      {children}
    </Button>
  );
}

function NewCategory({ parentId }: { parentId: string | null }) {
  const { create } = useCategoryActs();
  const explain = useExplainCategoryRefusal();
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const slug = typed("slug").trim();
    create.mutate(
      { parentId, name: nameTyped(typed), ...(slug && { slug }) },
      { onSuccess: () => form.current?.reset() },
    );
  };
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
        <Trans>New category here</Trans>
      </summary>
      <form ref={form} method="post" onSubmit={submit} className="grid gap-4 border-l-2 border-shelf py-2 pl-4">
        {create.error && <Alert>{explain(refusalOf(create.error))}</Alert>}
        <CategoryFields />
        <Button type="submit" className="justify-self-start" busy={create.isPending}>
          <Trans>Make the category</Trans>
        </Button>
      </form>
    </details>
  );
}
