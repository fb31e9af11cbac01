import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQueries } from "@tanstack/react-query";
import { createFileRoute, getRouteApi, Link, redirect } from "@tanstack/react-router";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { pageHead } from "#core/head.ts";
import { localizePath } from "#core/locale.ts";
import { useLocalized } from "#core/texts.ts";
import { Chip } from "#core/ui/marks.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { quickAdd } from "#cart/quick-add.tsx";
import { CategoryFacet, type Listing } from "#search/list-filters.tsx";
import { isBeyondEnd, listingQuery, pagesOf, readListSearch } from "#search/list-search.ts";
import { ListingView } from "#search/listing.tsx";

export const Route = createFileRoute("/search")({
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps }) => {
    if (!deps.q) return;
    const { currency } = visitor;
    const answers = await Promise.all(
      pagesOf(deps).map((page) =>
        queryClient.ensureQueryData(api.search.list.queryOptions(listingQuery(deps, { currency, page }))),
      ),
    );
    if (isBeyondEnd(answers)) {
      throw redirect({ to: "/search", search: { ...deps, page: undefined, from: undefined } });
    }
  },
  head: ({ match }) => pageHead(match.context, { title: match.search.q ?? match.context.i18n._(msg`Search`) }),
  component: SearchPage,
});

function SearchPage() {
  const { q } = Route.useSearch();
  return (
    <div className="container-shop py-6">
      {q ? (
        <Results q={q} />
      ) : (
        <>
          <h1 className="pb-6 text-h1">
            <Trans>Search</Trans>
          </h1>
          <p className="pb-6 text-muted">
            <Trans>Write what you are looking for: a thing, a brand or a number.</Trans>
          </p>
          <PopularCategories />
        </>
      )}
    </div>
  );
}

function Results({ q }: { q: string }) {
  const search = Route.useSearch();
  const api = useApi();
  const locale = useLocale();
  const { currency } = useVisitor();
  const answers = useSuspenseQueries({
    queries: pagesOf(search).map((page) => api.search.list.queryOptions(listingQuery(search, { currency, page }))),
  }).map(({ data }) => data);
  const last = answers.at(-1);
  const found = formatNumber(locale, last?.total ?? 0);
  const corrected = last?.correctedQuery;
  const listing: Listing = {
    search,
    linkTo: (wanted) => ({ to: "/search", search: wanted }),
    action: localizePath(locale, "/search"),
  };

  return (
    <>
      <h1 className="pb-2 text-h1">
        <Trans>
          “{q}”: {found} found
        </Trans>
      </h1>
      {corrected && (
        <p className="pb-4">
          <Trans>
            Nothing was found exactly as written, so here is{" "}
            <Link to="/search" search={{ q: corrected }} className="text-spruce underline">
              {corrected}
            </Link>
          </Trans>
        </p>
      )}
      <div className="pt-4">
        <ListingView
          listing={listing}
          rows={answers.flatMap(({ rows }) => rows)}
          action={quickAdd}
          total={last?.total ?? 0}
          pages={last?.pages ?? 0}
          bounds={last?.priceBounds ?? null}
          facet={
            <CategoryFacet
              categories={last?.categories ?? []}
              linkTo={(category) => listing.linkTo({ ...search, category, page: undefined, from: undefined })}
            >
              {search.category && <EveryCategory listing={listing} />}
            </CategoryFacet>
          }
          empty={<NoResults />}
        />
      </div>
    </>
  );
}

function EveryCategory({ listing }: { listing: Listing }) {
  return (
    <Link
      {...listing.linkTo({ ...listing.search, category: undefined, page: undefined, from: undefined })}
      className="inline-flex min-h-9 items-center text-sm text-spruce underline"
    >
      <Trans>In every category</Trans>
    </Link>
  );
}

function NoResults() {
  return (
    <EmptyState title={<Trans>Nothing was found</Trans>}>
      <p className="max-w-prose text-muted">
        <Trans>Try a shorter or more general word. Perhaps what you need stands on one of these shelves:</Trans>
      </p>
      <PopularCategories />
    </EmptyState>
  );
}

function PopularCategories() {
  const { categories } = getRouteApi("__root__").useLoaderData();
  const { t } = useLingui();
  const localized = useLocalized();
  return (
    <ul aria-label={t`Categories`} className="flex flex-wrap gap-2">
      {categories.map(({ slug, name }) => (
        <li key={slug}>
          <Link to="/catalog/$slug" params={{ slug }}>
            <Chip>{localized(name)}</Chip>
          </Link>
        </li>
      ))}
    </ul>
  );
}
