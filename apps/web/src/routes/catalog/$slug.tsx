import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, redirect } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { slugParam } from "#core/load.ts";
import { localizePath } from "#core/locale.ts";
import { orMoved } from "#core/moved.ts";
import { breadcrumbList } from "#core/structured.ts";
import { localizedText, useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { Breadcrumbs } from "#core/ui/navigation.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { quickAdd } from "#cart/quick-add.tsx";
import type { Listing } from "#search/list-form.ts";
import { loadListPages } from "#search/list-pages.ts";
import { isBeyondEnd, type ListSearch, readListSearch } from "#search/list-search.ts";
import { ListingView, useListPages } from "#search/listing.tsx";

export const Route = createFileRoute("/catalog/$slug")({
  params: { parse: slugParam },
  validateSearch: (raw): ListSearch => ({ ...readListSearch(raw), q: undefined, category: undefined }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    const answers = await orMoved(loadListPages(context, deps, params.slug), context, {
      kind: "category",
      slug: params.slug,
      pathOf: (slug) => `/catalog/${slug}`,
    });
    if (isBeyondEnd(answers)) {
      throw redirect({ to: "/catalog/$slug", params, search: { ...deps, page: undefined, from: undefined } });
    }
    return { breadcrumb: answers[0]?.breadcrumb ?? [] };
  },
  head: ({ match, loaderData, params }) => {
    const { context } = match;
    const breadcrumb = loaderData?.breadcrumb ?? [];
    const category = breadcrumb.at(-1);
    return pageHead(context, {
      title: category ? localizedText(category.name, context.locale) : params.slug,
      path: `/catalog/${params.slug}`,
      structured: [breadcrumbList(context, breadcrumb)],
    });
  },
  component: CategoryPage,
});

function CategoryPage() {
  const { slug } = Route.useParams();
  const search = Route.useSearch();
  const { breadcrumb } = Route.useLoaderData();
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  const answers = useListPages(search, slug);
  const category = breadcrumb.at(-1);
  const listing: Listing = {
    search,
    linkTo: (wanted) => ({ to: "/catalog/$slug", params: { slug }, search: wanted, activeOptions: { exact: true } }),
    linkToCategory: (narrower) => ({ to: "/catalog/$slug", params: { slug: narrower } }),
    action: localizePath(locale, `/catalog/${slug}`),
  };

  return (
    <div className="container-shop pb-16">
      <Breadcrumbs
        crumbs={[
          { name: t`Home`, link: { to: "/" } },
          ...breadcrumb.slice(0, -1).map((each) => ({
            name: localized(each.name),
            link: { to: "/catalog/$slug", params: { slug: each.slug } } as const,
          })),
        ]}
      />
      <h1 className="pb-6 text-h1">{category ? localized(category.name) : slug}</h1>
      <ListingView
        listing={listing}
        answers={answers}
        action={quickAdd}
        empty={
          <EmptyState title={<Trans>This shelf is still empty</Trans>}>
            <LinkButton to="/">
              <Trans>To the home page</Trans>
            </LinkButton>
          </EmptyState>
        }
      />
    </div>
  );
}
