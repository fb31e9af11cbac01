import { Plural, Trans, useLingui } from "@lingui/react/macro";
import clsx from "clsx";
import { useLocale } from "#core/app.ts";
import { formatDate, formatMean, formatMoney, type Money } from "#core/format.ts";

interface PriceProps {
  price: Money;
  oldPrice?: Money | null;
  /** From which the other variants start: "from 990 ₽". */
  from?: boolean;
  className?: string;
}

/** A price; the old one is announced as such and struck out. */
export function Price({ price, oldPrice, from = false, className }: PriceProps) {
  const locale = useLocale();
  const now = formatMoney(locale, price);
  const cut = oldPrice && oldPrice.amount > price.amount ? oldPrice : null;
  return (
    <span className={clsx("inline-flex flex-wrap items-baseline gap-x-2 font-semibold", className)}>
      <span className={clsx(cut && "text-rowan")}>{from ? <Trans>from {now}</Trans> : now}</span>
      {cut && (
        <s className="text-sm font-normal text-muted">
          <span className="sr-only">
            <Trans>old price</Trans>{" "}
          </span>
          {formatMoney(locale, cut)}
        </s>
      )}
    </span>
  );
}

/** What every announced cut is measured against by law: the lowest price of the thirty days before it. */
export function LowestPrice({ lowest, currency }: { lowest: Lowest | null; currency: Money["currency"] }) {
  const locale = useLocale();
  if (!lowest) return null;
  const price = lowest.amount === null ? null : formatMoney(locale, { amount: lowest.amount, currency });
  return (
    <span className="block text-xs font-normal text-muted">
      {price === null ? (
        <Trans>Not sold at another price before</Trans>
      ) : lowest.complete ? (
        <Trans>Lowest price of the 30 days before: {price}</Trans>
      ) : (
        <Trans>Lowest price since it went on sale: {price}</Trans>
      )}
    </span>
  );
}

interface Lowest {
  amount: number | null;
  complete: boolean;
}

/** Stars are a picture; the number and the count always stand beside them. */
export function Rating({ mean, count, className }: { mean: number; count: number; className?: string }) {
  const locale = useLocale();
  const { t } = useLingui();
  const shown = formatMean(locale, mean);
  return (
    <span className={clsx("inline-flex flex-wrap items-center gap-x-1.5 text-sm", className)}>
      <Stars value={mean} />
      <span className="sr-only">{t`${shown} out of 5`}</span>
      <span aria-hidden>{shown}</span>
      <span className="whitespace-nowrap text-muted">
        <Plural value={count} one="# review" other="# reviews" />
      </span>
    </span>
  );
}

const STAR = "l2 4.3 4.7.6-3.5 3.2.9 4.7-4.1-2.3-4.1 2.3.9-4.7-3.5-3.2 4.7-.6z";
/** One shape: as ten elements on each card they were a quarter of a list's page. */
const FIVE_STARS = `M8 1.2${Array.from({ length: 5 }, () => STAR).join("m16 0")}`;

/** `value` of five stars, filled to a tenth. */
export function Stars({ value }: { value: number }) {
  const filled = Math.round(Math.min(5, Math.max(0, value)) * 160) / 10;
  return (
    <svg aria-hidden viewBox="0 0 80 16" width="80" height="16" className="shrink-0">
      <path d={FIVE_STARS} className="fill-shelf" />
      <svg width={filled} height="16">
        <path d={FIVE_STARS} className="fill-honey" />
      </svg>
    </svg>
  );
}

interface StockNoteProps {
  /** `left` is known only when few remain. */
  availability: { inStock: boolean; left: number | null; backOrder?: { expectedOn: string | null } };
  className?: string;
}

/** "Few left" only when it is true. */
export function StockNote({ availability: { inStock, left, backOrder }, className }: StockNoteProps) {
  const locale = useLocale();
  if (!inStock && backOrder) {
    const day = backOrder.expectedOn === null ? null : formatDate(locale, backOrder.expectedOn);
    return (
      <span className={clsx("text-sm text-sky", className)}>
        {day === null ? <Trans>To order: it comes in later</Trans> : <Trans>To order: expected on {day}</Trans>}
      </span>
    );
  }
  if (!inStock) {
    return (
      <span className={clsx("text-sm text-muted", className)}>
        <Trans>Sold out</Trans>
      </span>
    );
  }
  if (left !== null) {
    return (
      <span className={clsx("text-sm text-rowan", className)}>
        <Plural value={left} one="Only # left" other="Only # left" />
      </span>
    );
  }
  return (
    <span className={clsx("text-sm text-spruce", className)}>
      <Trans>In stock</Trans>
    </span>
  );
}

/** Of what is wanted, the pieces that come in later, and when. */
export function PromisedNote({ quantity, expectedOn }: { quantity: number; expectedOn: string | null }) {
  const locale = useLocale();
  const day = expectedOn === null ? null : formatDate(locale, expectedOn);
  return (
    <span className="block text-sm text-sky">
      {day === null ? (
        <Trans>To order: {quantity}</Trans>
      ) : (
        <Trans>
          To order: {quantity}, expected on {day}
        </Trans>
      )}
    </span>
  );
}

/** Colours of the variants as dots; attributes, not styles, because the page allows no inline style. */
export function Swatches({ colours }: { colours: string[] }) {
  return (
    <svg aria-hidden width={colours.length * 20} height="16" className="max-w-full">
      {colours.map((colour, index) => (
        <circle key={colour} cx={index * 20 + 8} cy="8" r="7" fill={colour} className="stroke-edge" />
      ))}
    </svg>
  );
}
