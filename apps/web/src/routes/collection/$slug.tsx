import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, redirect } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { slugParam } from "#core/load.ts";
import { localizePath } from "#core/locale.ts";
import { orMoved } from "#core/moved.ts";
import { localizedText, useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { Breadcrumbs } from "#core/ui/navigation.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { quickAdd } from "#cart/quick-add.tsx";
import type { Listing } from "#search/list-form.ts";
import { loadListPages } from "#search/list-pages.ts";
import { isBeyondEnd, type ListSearch, readListSearch } from "#search/list-search.ts";
import { ListingView, useListPages } from "#search/listing.tsx";

export const Route = createFileRoute("/collection/$slug")({
  params: { parse: slugParam },
  validateSearch: (raw): ListSearch => ({ ...readListSearch(raw), q: undefined, category: undefined }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params, deps }) => {
    const { slug } = params;
    const asked = Promise.all([
      context.queryClient.ensureQueryData(context.api.catalog.collections.page.queryOptions({ slug })),
      loadListPages(context, deps, { collection: slug }),
    ]);
    const [collection, answers] = await orMoved(asked, context, {
      kind: "collection",
      slug,
      pathOf: (present) => `/collection/${present}`,
    });
    if (isBeyondEnd(answers)) {
      throw redirect({ to: "/collection/$slug", params, search: { ...deps, page: undefined, from: undefined } });
    }
    return collection;
  },
  head: ({ match: { context }, loaderData, params: { slug } }) =>
    pageHead(context, {
      title: loaderData ? localizedText(loaderData.name, context.locale) : slug,
      path: `/collection/${slug}`,
      ...(loaderData && { description: localizedText(loaderData.description, context.locale) }),
    }),
  component: CollectionPage,
});

function CollectionPage() {
  const { slug } = Route.useParams();
  const search = Route.useSearch();
  const { name, description } = Route.useLoaderData();
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  const answers = useListPages(search, { collection: slug });
  const about = localized(description);
  const listing: Listing = {
    search,
    linkTo: (wanted) => ({ to: "/collection/$slug", params: { slug }, search: wanted }),
    linkToCategory: (narrower) => ({ to: "/catalog/$slug", params: { slug: narrower } }),
    action: localizePath(locale, `/collection/${slug}`),
  };
  return (
    <div className="container-shop pb-16">
      <Breadcrumbs crumbs={[{ name: t`Home`, link: { to: "/" } }]} />
      <h1 className="pb-6 text-h1">{localized(name)}</h1>
      {about && <p className="max-w-[65ch] pb-6 whitespace-pre-line text-muted">{about}</p>}
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
