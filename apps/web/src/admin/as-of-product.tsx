import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { type AsOfSearch, momentOf } from "#admin/as-of-search.ts";
import { formatMoment } from "#admin/format-moment.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { LowestPrice, Price } from "#core/ui/goods.tsx";

type Dated = AsOfSearch & { at: string };
type Product = inferOutput<Api["search"]["asOf"]["product"]>;

export const asOfProduct = (api: Api, search: Dated) =>
  api.search.asOf.product.queryOptions({ at: momentOf(search), currency: search.currency, slug: search.slug ?? "-" });

/** What each variant costs at the moment, and why. */
export function AsOfProduct({ product, search: { slug: _, ...search } }: { product: Product; search: Dated }) {
  const localized = useLocalized();
  return (
    <section className="grid gap-4">
      <Link to="/admin/as-of" search={search} className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All products of that moment</Trans>
      </Link>
      <h2 className="text-h2">{localized(product.name)}</h2>
      {!product.visible && (
        <p className="text-rowan">
          <Trans>Shoppers do not see this product at that moment.</Trans>
        </p>
      )}
      <ul className="grid">
        {product.variants.map((variant) => (
          <li key={variant.id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            <span>
              {variant.optionNames.map(localized).join(", ")}{" "}
              <span className="break-all text-muted">{variant.sku}</span>
            </span>
            <PriceThen price={variant.price} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PriceThen({ price }: { price: Product["variants"][number]["price"] }) {
  const locale = useLocale();
  const localized = useLocalized();
  if (!price)
    return (
      <span className="text-muted">
        <Trans>No price in this currency</Trans>
      </span>
    );
  const { amount, compareAt, currency, list, lowest, since, until } = price;
  const [begin, end] = [since, until].map((each) => (each === null ? "…" : formatMoment(locale, each)));
  return (
    <span className="text-right">
      <Price price={{ amount, currency }} oldPrice={compareAt === null ? null : { amount: compareAt, currency }} />
      <LowestPrice lowest={lowest} currency={currency} />
      <span className="block text-xs text-muted">
        {list ? localized(list.name) : <Trans>Price of its own</Trans>}, {`${begin} – ${end}`}
      </span>
    </span>
  );
}
