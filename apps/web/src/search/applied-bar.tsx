import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLocale, useVisitor } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { Chip } from "#core/ui/marks.tsx";
import type { Listing } from "#search/list-filters.tsx";
import type { ListSearch } from "#search/list-search.ts";

/** The filters that are on, each a link that takes it off. */
export function useAppliedFilters({ search }: Pick<Listing, "search">) {
  const { t } = useLingui();
  const locale = useLocale();
  const { currency } = useVisitor();
  const money = (whole: number) => formatMoney(locale, { amount: whole * 100, currency });
  const rest: ListSearch = { ...search, page: undefined, from: undefined };
  const applied: { key: string; label: string; without: ListSearch }[] = [];

  if (search.min !== undefined) {
    const least = money(search.min);
    applied.push({ key: "min", label: t`from ${least}`, without: { ...rest, min: undefined } });
  }
  if (search.max !== undefined) {
    const most = money(search.max);
    applied.push({ key: "max", label: t`up to ${most}`, without: { ...rest, max: undefined } });
  }
  if (search.stock) applied.push({ key: "stock", label: t`In stock`, without: { ...rest, stock: undefined } });
  return { applied, cleared: { ...rest, min: undefined, max: undefined, stock: undefined } };
}

export function AppliedBar({ listing }: { listing: Listing }) {
  const { t } = useLingui();
  const { applied, cleared } = useAppliedFilters(listing);
  if (applied.length === 0) return null;
  return (
    <ul aria-label={t`Filters that are on`} className="flex flex-wrap gap-2 pb-4">
      {applied.map(({ key, label, without }) => (
        <li key={key}>
          <Link {...listing.linkTo(without)} aria-label={t`Remove the filter: ${label}`}>
            <Chip removable>{label}</Chip>
          </Link>
        </li>
      ))}
      <li>
        <Link {...listing.linkTo(cleared)} className="inline-flex min-h-11 items-center px-2 text-sm underline">
          <Trans>Clear all</Trans>
        </Link>
      </li>
    </ul>
  );
}
