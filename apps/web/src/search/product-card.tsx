import { Trans } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Api } from "#core/api.ts";
import { useLocalized } from "#core/texts.ts";
import { LowestPrice, Price, Rating, StockNote, Swatches } from "#core/ui/goods.tsx";
import { Picture } from "#core/ui/picture.tsx";

export type ListingRow = inferOutput<Api["search"]["list"]>["rows"][number];

/** What a page of several rooms puts under a card, such as a button of the cart. */
export type CardAction = (row: ListingRow) => ReactNode;

interface ProductCardProps {
  row: ListingRow;
  eager?: boolean;
  action: CardAction;
}

/** One product on the shelf; the whole card leads to its page. */
export function ProductCard({ row, eager = false, action }: ProductCardProps) {
  const localized = useLocalized();
  const { price, currency, availability, rating } = row;
  const money = (amount: number) => ({ amount, currency });

  return (
    <article className="relative flex h-full flex-col">
      <Picture
        picture={row.picture}
        decorative
        eager={eager}
        sizes="(min-width: 80rem) 256px, (min-width: 48rem) 33vw, 50vw"
      />
      <div className="grid grow content-start gap-1 py-3 pr-4">
        <h3 className="order-1 line-clamp-3 text-sm font-normal hyphens-auto">
          <Link to="/p/$slug" params={{ slug: row.slug }} className="after:absolute after:inset-0 hover:underline">
            {localized(row.name)}
          </Link>
        </h3>
        {price ? (
          <div>
            <Price
              price={money(price.amount)}
              oldPrice={price.compareAt === null ? null : money(price.compareAt)}
              from={price.highest > price.amount}
            />
            <LowestPrice lowest={price.lowest} currency={currency} />
          </div>
        ) : (
          <span className="text-sm text-muted">
            <Trans>No price in this currency</Trans>
          </span>
        )}
        {rating && <Rating mean={rating.mean} count={rating.count} className="order-2" />}
        {(!availability.inStock || availability.left !== null) && (
          <StockNote availability={availability} className="order-3" />
        )}
        {row.swatches.length > 1 && (
          <div className="order-4">
            <Swatches colours={row.swatches} />
          </div>
        )}
      </div>
      <div className="relative pr-4">{action(row)}</div>
    </article>
  );
}
