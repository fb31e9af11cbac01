import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { type AsOfSearch, momentOf } from "#admin/as-of-search.ts";
import { useExplainAsOfRefusal } from "#admin/explain-as-of-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Price } from "#core/ui/goods.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { Alert, EmptyState } from "#core/ui/states.tsx";

type Dated = AsOfSearch & { at: string };
type Page = inferOutput<Api["search"]["asOf"]["list"]>;

export const asOfList = (api: Api, search: Dated) =>
  api.search.asOf.list.infiniteQueryOptions(
    { at: momentOf(search), currency: search.currency, ...(search.category && { category: search.category }) },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, retry: false },
  );

/** Products and promotions of the moment. */
export function AsOfList({ search, options }: { search: Dated; options: ReturnType<typeof asOfList> }) {
  const pages = useInfiniteQuery(options);
  const explain = useExplainAsOfRefusal();
  if (pages.error) return <Alert>{explain(refusalOf(pages.error))}</Alert>;
  if (!pages.data)
    return (
      <p role="status" className="text-muted">
        <Trans>One moment…</Trans>
      </p>
    );
  const rows = pages.data.pages.flatMap((page) => page.rows);
  return (
    <>
      <Promotions promotions={pages.data.pages[0]?.promotions ?? []} />
      {rows.length === 0 ? (
        <EmptyState title={<Trans>Shoppers see nothing here at that moment</Trans>} />
      ) : (
        <Rows rows={rows} search={search} />
      )}
      <ShowMore pages={pages} />
    </>
  );
}

function Rows({ rows, search }: { rows: Page["rows"]; search: Dated }) {
  const localized = useLocalized();
  const { currency } = search;
  return (
    <ul className="grid">
      {rows.map(({ productId, slug, name, brand, price }) => (
        <li
          key={productId}
          className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line py-1"
        >
          <Link
            to="/admin/as-of"
            search={{ ...search, slug }}
            className="inline-flex min-h-11 items-center text-spruce underline"
          >
            {localized(name)}
            {brand && ` · ${brand}`}
          </Link>
          {price ? (
            <Price
              price={{ amount: price.amount, currency }}
              oldPrice={price.compareAt === null ? null : { amount: price.compareAt, currency }}
              from={price.highest > price.amount}
            />
          ) : (
            <span className="text-muted">
              <Trans>No price in this currency</Trans>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Promotions({ promotions }: Pick<Page, "promotions">) {
  const locale = useLocale();
  const localized = useLocalized();
  if (promotions.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-h2">
        <Trans>Promotions at that moment</Trans>
      </h2>
      <ul>
        {promotions.map(({ id, name, basisPoints, forGroup, until }) => {
          const percent = basisPoints / 100;
          const end = until === null ? null : formatMoment(locale, until);
          return (
            <li key={id} className="flex flex-wrap gap-x-3 py-1">
              <span>{localized(name)}</span>
              <span className="tabular-nums">−{percent} %</span>
              {forGroup && (
                <span className="text-muted">
                  <Trans>for a group</Trans>
                </span>
              )}
              {end !== null && (
                <span className="text-muted">
                  <Trans>until {end}</Trans>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
