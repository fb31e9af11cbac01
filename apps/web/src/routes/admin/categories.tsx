import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { CategoryEditor } from "#admin/category-editor.tsx";
import { CategoryList } from "#admin/category-list.tsx";
import { categoriesIn } from "#admin/category-queries.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useLocalized } from "#core/texts.ts";
import { Breadcrumbs } from "#core/ui/navigation.tsx";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const Route = createFileRoute("/admin/categories")({
  validateSearch: ({ in: parent }: Record<string, unknown>): { in?: string } =>
    typeof parent === "string" && UUID.test(parent) ? { in: parent } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { in: parent } }) => {
    if (!visitor.staff) return;
    if (parent) await orNotFound(queryClient.ensureQueryData(api.catalog.tree.get.queryOptions({ id: parent })));
    await queryClient.ensureInfiniteQueryData(categoriesIn(api, parent ?? null));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Categories`) }),
  component: CategoriesPage,
});

function CategoriesPage() {
  const { in: parent } = Route.useSearch();
  return parent === undefined ? <Whole /> : <Within key={parent} id={parent} />;
}

function Whole() {
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>Categories</Trans>
      </h1>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          The tree by which shoppers browse. A product may lie in several categories; its main one makes the way shown
          above it.
        </Trans>
      </p>
      <CategoryList parentId={null} />
    </section>
  );
}

function Within({ id }: { id: string }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const category = useSuspenseQuery(useApi().catalog.tree.get.queryOptions({ id })).data;
  return (
    <section className="grid gap-6">
      <div>
        <Breadcrumbs
          crumbs={[
            { name: t`Categories`, link: { to: "/admin/categories" } },
            ...category.path.map(({ id: above, name }) => ({
              name: localized(name),
              link: { to: "/admin/categories", search: { in: above } } as const,
            })),
          ]}
        />
        <h1 className="text-h1">{localized(category.name)}</h1>
      </div>
      <CategoryEditor category={category} />
      <h2 className="text-h2">
        <Trans>Below it</Trans>
      </h2>
      <CategoryList parentId={id} />
    </section>
  );
}
