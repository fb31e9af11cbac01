import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { Swatches } from "#core/ui/goods.tsx";
import { useFacetTexts } from "#search/facet-texts.ts";
import type { Listing } from "#search/list-form.ts";
import type { Facet } from "#search/list-pages.ts";
import { fromStart, toggled } from "#search/list-search.ts";

const MOST_FACETS = 3;
/** With more values than this, the first few tell little of the rest. */
const MANY = 30;
const VALUES = 3;
const CHIP =
  "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-sm whitespace-nowrap aria-[current=true]:border-ink aria-[current=true]:bg-ink aria-[current=true]:text-paper";

/** What shoppers filter by most, one tap away above the list: links, so that address and sidebar say the same. */
export function PromotedFilters({ listing, facets }: { listing: Listing; facets: readonly Facet[] }) {
  const { t } = useLingui();
  const { search, linkTo } = listing;
  const { nameOf } = useFacetTexts();
  const promoted = facets
    .filter(({ kind, values }) => kind === "choice" && values.length > 1 && values.length < MANY)
    .slice(0, MOST_FACETS);
  const rest = fromStart(search);
  return (
    <div className="-mx-4 flex gap-x-4 overflow-x-auto px-4 pb-4 md:mx-0 md:flex-wrap md:gap-y-2 md:px-0">
      <Link
        {...linkTo({ ...rest, stock: search.stock ? undefined : 1 })}
        resetScroll={false}
        aria-current={search.stock ? "true" : undefined}
        className={`${CHIP} border-edge bg-card hover:bg-linen`}
      >
        {t`In stock`}
      </Link>
      {promoted.map((facet) => (
        <ul key={facet.code} aria-label={nameOf(facet)} className="flex gap-2">
          {facet.values
            .filter(({ chosen }, index) => index < VALUES || chosen)
            .map((value) => (
              <li key={value.key}>
                <PromotedValue listing={listing} facet={facet} value={value} />
              </li>
            ))}
        </ul>
      ))}
    </div>
  );
}

interface PromotedValueProps {
  listing: Listing;
  facet: Facet;
  value: Facet["values"][number];
}

function PromotedValue({ listing, facet, value }: PromotedValueProps) {
  const locale = useLocale();
  const { labelOf } = useFacetTexts();
  const words = (
    <>
      {value.swatch && <Swatches colours={[value.swatch]} />}
      <span className="inline-block first-letter:uppercase">{labelOf(facet, value)}</span>
      <span className="opacity-75">{formatNumber(locale, value.count)}</span>
    </>
  );
  if (value.count === 0 && !value.chosen) return <span className={`${CHIP} border-line text-muted`}>{words}</span>;
  return (
    <Link
      {...listing.linkTo(toggled(listing.search, facet.code, value.key))}
      resetScroll={false}
      aria-current={value.chosen ? "true" : undefined}
      className={`${CHIP} border-edge bg-card hover:bg-linen`}
    >
      {words}
    </Link>
  );
}
