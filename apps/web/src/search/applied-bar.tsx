import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLocale, useVisitor } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { Chip } from "#core/ui/marks.tsx";
import { useFacetTexts } from "#search/facet-texts.ts";
import type { Listing } from "#search/list-form.ts";
import type { Facet } from "#search/list-pages.ts";
import { fromStart, type ListSearch, toggled, withoutFilters } from "#search/list-search.ts";

interface Applied {
  key: string;
  label: string;
  without: ListSearch;
}

/** The filters that are on, each with the list that lacks it. */
export function useAppliedFilters({ search }: Pick<Listing, "search">, facets: readonly Facet[]): Applied[] {
  const { t } = useLingui();
  const locale = useLocale();
  const { currency } = useVisitor();
  const { nameOf, labelOf } = useFacetTexts();
  const money = (whole: number) => formatMoney(locale, { amount: whole * 100, currency });
  const rest = fromStart(search);
  const applied: Applied[] = [];

  if (search.min !== undefined) {
    const least = money(search.min);
    applied.push({ key: "min", label: t`from ${least}`, without: { ...rest, min: undefined } });
  }
  if (search.max !== undefined) {
    const most = money(search.max);
    applied.push({ key: "max", label: t`up to ${most}`, without: { ...rest, max: undefined } });
  }
  if (search.stock) applied.push({ key: "stock", label: t`In stock`, without: { ...rest, stock: undefined } });
  if (search.stars !== undefined) {
    const { stars } = search;
    applied.push({ key: "stars", label: t`Rating: ${stars} and more`, without: { ...rest, stars: undefined } });
  }
  for (const facet of facets) {
    for (const value of facet.values.filter(({ chosen }) => chosen)) {
      const label = `${nameOf(facet)}: ${labelOf(facet, value)}`;
      applied.push({ key: `${facet.code} ${value.key}`, label, without: toggled(search, facet.code, value.key) });
    }
  }
  return applied;
}

export function AppliedBar({ listing, facets }: { listing: Listing; facets: readonly Facet[] }) {
  const { t } = useLingui();
  const applied = useAppliedFilters(listing, facets);
  if (applied.length === 0) return null;
  return (
    <ul aria-label={t`Filters that are on`} className="flex flex-wrap gap-2 pb-4">
      {applied.map(({ key, label, without }) => (
        <li key={key} className="min-w-0">
          <Link {...listing.linkTo(without)} resetScroll={false} aria-label={t`Remove the filter: ${label}`}>
            <Chip removable>{label}</Chip>
          </Link>
        </li>
      ))}
      <li>
        <Link
          {...listing.linkTo(withoutFilters(listing.search))}
          resetScroll={false}
          className="inline-flex min-h-11 items-center px-2 text-sm underline"
        >
          <Trans>Clear all</Trans>
        </Link>
      </li>
    </ul>
  );
}
