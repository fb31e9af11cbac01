import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { alternativesTo, type ProductPage, sellable, type Variant } from "#catalog/choose-variant.ts";
import { OptionPicker } from "#catalog/option-picker.tsx";
import { SoldOut } from "#catalog/sold-out.tsx";
import { useLocalized } from "#core/texts.ts";
import { LowestPrice, Price, Rating, StockNote } from "#core/ui/goods.tsx";
import { ListReason } from "#core/ui/list-reason.tsx";

interface BuyBoxProps {
  product: ProductPage;
  chosen: Variant | null;
  /** Puts the chosen variant into the cart. */
  buy: (chosen: Variant) => ReactNode;
  /** What follows it, such as the delivery. */
  children: ReactNode;
}

/** What is chosen, what it costs and how it is had. What some variants say and others do not keeps its place. */
export function BuyBox({ product, chosen, buy, children }: BuyBoxProps) {
  const localized = useLocalized();
  const { rating } = product;
  return (
    <div className="grid content-start gap-5 self-start md:sticky md:top-6">
      <div className="grid gap-2">
        <h1 className="text-h2 lg:text-h1">{localized(product.name)}</h1>
        {rating.mean !== null && (
          <a href="#reviews" className="justify-self-start hover:underline">
            <Rating mean={rating.mean} count={rating.count} />
          </a>
        )}
      </div>
      <PriceOf product={product} chosen={chosen} />
      {chosen && <OptionPicker product={product} chosen={chosen} />}
      {chosen && (
        <p aria-live="polite">
          <StockNote availability={chosen.availability} />
        </p>
      )}
      {chosen && (
        <div className="max-md:sticky max-md:bottom-0 max-md:-mx-4 max-md:bg-paper max-md:px-4 max-md:py-3">
          {sellable(chosen) ? (
            buy(chosen)
          ) : (
            <SoldOut product={product} chosen={chosen} alternatives={alternativesTo(product, chosen)} />
          )}
        </div>
      )}
      {children}
    </div>
  );
}

function PriceOf({ product: { variants, currency }, chosen }: Pick<BuyBoxProps, "product" | "chosen">) {
  const price = chosen?.price ?? null;
  const compareAt = price?.compareAt ?? null;
  const announced = variants.find((variant) => variant.price?.lowest)?.price?.lowest ?? null;
  const listed = variants.find((variant) => variant.price?.list)?.price?.list ?? null;
  return (
    <div className="grid gap-2">
      <div className="grid min-h-8 content-end">
        {price ? (
          <Price
            className="text-price"
            price={{ amount: price.amount, currency }}
            oldPrice={compareAt === null ? null : { amount: compareAt, currency }}
          />
        ) : (
          <p className="text-muted">
            <Trans>Not sold in this currency. Choose another one at the bottom of the page.</Trans>
          </p>
        )}
      </div>
      <InPlace of={price?.lowest} standIn={announced}>
        {(lowest) => <LowestPrice lowest={lowest} currency={currency} />}
      </InPlace>
      <InPlace of={price?.list} standIn={listed}>
        {(list) => <ListReason list={list} />}
      </InPlace>
    </div>
  );
}

interface InPlaceProps<Thing> {
  of: Thing | null | undefined;
  /** What another variant says there. */
  standIn: Thing | null;
  children: (thing: Thing) => ReactNode;
}

/** Shows it, or leaves as much room as another variant takes there, so that nothing below moves. */
function InPlace<Thing>({ of: thing, standIn, children }: InPlaceProps<Thing>) {
  if (thing) return children(thing);
  return (
    standIn && (
      <div aria-hidden className="invisible">
        {children(standIn)}
      </div>
    )
  );
}
