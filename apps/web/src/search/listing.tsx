import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useApp } from "#core/app.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { CrossIcon, SlidersIcon } from "#core/ui/icons.tsx";
import { Pager } from "#core/ui/navigation.tsx";
import { AppliedBar, useAppliedFilters } from "#search/applied-bar.tsx";
import { IgnoredFilters } from "#search/ignored-filters.tsx";
import { CategoryFacet, ListFilters } from "#search/list-filters.tsx";
import type { Listing } from "#search/list-form.ts";
import { type ListPage, listPages } from "#search/list-pages.ts";
import { LAST_PAGE, type ListSearch, MOST_PAGES, pagesOf, type Place } from "#search/list-search.ts";
import { NothingFits } from "#search/nothing-fits.tsx";
import type { CardAction } from "#search/product-card.tsx";
import { PromotedFilters } from "#search/promoted-filters.tsx";
import { ShelfGrid } from "#search/shelf.tsx";
import { SortSelect } from "#search/sort-select.tsx";

/** Apart from the loader: routes carry that to every page, and this only to a list's own. */
export const useListPages = (search: ListSearch, category?: Place): ListPage[] =>
  useSuspenseQueries({ queries: listPages(useApp(), search, category) }).map(({ data }) => data);

interface ListingViewProps {
  listing: Listing;
  /** The gathered pages of the list; the first one tells the totals and the facets. */
  answers: ListPage[];
  action: CardAction;
  /** What to offer when there is nothing to drop. */
  empty: ReactNode;
}

/** A list with its filters: a sidebar on wide screens, a sheet on narrow ones, both without JavaScript. */
export function ListingView({ listing, answers, action, empty }: ListingViewProps) {
  const [found] = answers;
  const applied = useAppliedFilters(listing, found?.facets ?? []).length;
  const rows = answers.flatMap((page) => page.rows);
  if (!found || (rows.length === 0 && applied === 0)) return empty;
  const { total, facets } = found;
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[248px_1fr]">
      <FilterSheet applied={applied}>
        <CategoryFacet listing={listing} categories={found.categories} />
        <ListFilters listing={listing} found={found} />
      </FilterSheet>
      <section aria-labelledby="list" className="min-w-0">
        <h2 id="list" className="sr-only">
          <Trans>Products</Trans>
        </h2>
        <PromotedFilters listing={listing} facets={facets} />
        <IgnoredFilters listing={listing} ignored={found.ignored} />
        <div className="flex flex-wrap items-end justify-between gap-4 pb-4">
          <p className="text-sm text-muted" aria-live="polite">
            <Plural value={total} one="# product" other="# products" />
          </p>
          <SortSelect listing={listing} />
        </div>
        <AppliedBar listing={listing} facets={facets} />
        {rows.length > 0 ? (
          <ShelfGrid rows={rows} eager={4} action={action} />
        ) : (
          <NothingFits listing={listing} found={found} />
        )}
        <More listing={listing} pages={answers.at(-1)?.pages ?? 0} />
      </section>
    </div>
  );
}

function FilterSheet({ applied, children }: { applied: number; children: ReactNode }) {
  return (
    <div>
      <button
        type="button"
        popoverTarget="filters"
        className="inline-flex min-h-12 w-full cursor-pointer items-center justify-center gap-2 rounded-button border border-edge lg:hidden"
      >
        <SlidersIcon size={18} />
        {applied > 0 ? <Trans>Filters ({applied})</Trans> : <Trans>Filters</Trans>}
      </button>
      <div
        id="filters"
        popover="auto"
        className="m-0 h-dvh max-h-none w-full max-w-none flex-col gap-6 border-0 bg-card p-5 text-ink open:flex lg:static lg:flex lg:h-auto lg:bg-transparent lg:p-0"
      >
        <CloseSheet />
        {children}
      </div>
    </div>
  );
}

function CloseSheet() {
  const { t } = useLingui();
  return (
    <button
      type="button"
      popoverTarget="filters"
      popoverTargetAction="hide"
      aria-label={t`Close`}
      className="inline-flex size-12 shrink-0 cursor-pointer items-center justify-center self-end rounded-button hover:bg-linen lg:hidden"
    >
      <CrossIcon />
    </button>
  );
}

function More({ listing, pages: found }: { listing: Listing; pages: number }) {
  const pages = Math.min(found, LAST_PAGE);
  const shown = pagesOf(listing.search);
  const first = shown[0] ?? 1;
  const page = listing.search.page ?? 1;
  const gathered = shown.length < MOST_PAGES;
  const next = { ...listing.search, page: page + 1, from: gathered ? first : undefined };
  return (
    <Pager
      page={page}
      pages={pages}
      linkTo={(each) => listing.linkTo({ ...listing.search, from: undefined, page: each === 1 ? undefined : each })}
    >
      {page < pages && (
        <LinkButton tone="secondary" {...listing.linkTo(next)} replace={gathered} resetScroll={!gathered}>
          <Trans>Show more</Trans>
        </LinkButton>
      )}
    </Pager>
  );
}
