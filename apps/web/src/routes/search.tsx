import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { createFileRoute, getRouteApi, Link, redirect } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { pageHead } from "#core/head.ts";
import { localizePath } from "#core/locale.ts";
import { HelpContact } from "#core/shell/help-contact.tsx";
import { useLocalized } from "#core/texts.ts";
import { Chip } from "#core/ui/marks.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { quickAdd } from "#cart/quick-add.tsx";
import type { Listing } from "#search/list-form.ts";
import { loadListPages } from "#search/list-pages.ts";
import { isBeyondEnd, readListSearch } from "#search/list-search.ts";
import { ListingView, useListPages } from "#search/listing.tsx";

const MOST_CATEGORIES = 12;

export const Route = createFileRoute("/search")({
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    if (deps.q && isBeyondEnd(await loadListPages(context, deps))) {
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
  const locale = useLocale();
  const answers = useListPages(search);
  const last = answers.at(-1);
  const found = formatNumber(locale, last?.total ?? 0);
  const corrected = last?.correctedQuery;
  const listing: Listing = {
    search,
    linkTo: (wanted) => ({ to: "/search", search: wanted, activeOptions: { exact: true } }),
    linkToCategory: (category) => ({
      to: "/search",
      search: { ...search, category, page: undefined, from: undefined },
    }),
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
        <ListingView listing={listing} answers={answers} action={quickAdd} empty={<NoResults />} />
      </div>
    </>
  );
}

function NoResults() {
  return (
    <EmptyState title={<Trans>Nothing was found</Trans>}>
      <p className="max-w-prose text-muted">
        <Trans>Try a shorter or more general word. Perhaps what you need stands on one of these shelves:</Trans>
      </p>
      <PopularCategories />
      <p className="text-muted">
        <Trans>
          Not here either? Ask us: <HelpContact />
        </Trans>
      </p>
    </EmptyState>
  );
}

/** Those of the first level that hold the most. */
function PopularCategories() {
  const { categories } = getRouteApi("__root__").useLoaderData();
  const { t } = useLingui();
  const localized = useLocalized();
  const popular = categories
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_CATEGORIES);
  return (
    <ul aria-label={t`Categories`} className="flex flex-wrap gap-2">
      {popular.map(({ slug, name }) => (
        <li key={slug}>
          <Link to="/catalog/$slug" params={{ slug }}>
            <Chip>{localized(name)}</Chip>
          </Link>
        </li>
      ))}
    </ul>
  );
}
