import type { Currency } from "@vitrina/domain/core";
import { type PlannedPrice, type PlanEdit, priceAt } from "./price-plan.ts";
import { type AppliedRate, convertPrice, isStale } from "./rate.ts";

/** A rate that holds or is planned: half-open, null is without end. */
export interface PlannedRate extends AppliedRate {
  id: string;
  currency: Currency;
  holdDays: number;
  from: Date;
  until: Date | null;
}
/** A price that came to be by a rate. */
export interface ConvertedPrice extends PlannedPrice {
  rateId: string;
}
export interface ConversionEdit extends Omit<PlanEdit, "added"> {
  added: Omit<ConvertedPrice, "id">[];
}

/** What the converted prices of a variant in `currency` depend on: all that has not ended by `now`. */
export interface ConversionMaterial {
  now: Date;
  currency: Currency;
  /** Of this currency. */
  rates: readonly PlannedRate[];
  /** Prices that staff have set, in every currency. */
  explicit: Readonly<Partial<Record<Currency, readonly PlannedPrice[]>>>;
  converted: readonly ConvertedPrice[];
}

type Wanted = Pick<ConvertedPrice, "amount" | "compareAt" | "rateId">;
type Span = Wanted & { from: Date; until: Date | null };

/**
 * PRC-06: from `now` on, wherever no price is set in the currency, the one set in the base currency holds as the rate of
 * that time makes it. Under a rate that has become too old what is converted stays, as long as its base is sold. What has
 * been is never changed, and a row that already says the right amount stays.
 */
export function planConversion(material: ConversionMaterial): ConversionEdit {
  const { now, converted } = material;
  const spans = joined(material);
  const keptBy = new Map(
    converted.flatMap((row) => {
      const span = spans.find((each) => isSame(each, row) && startFrom(row, now) === each.from.getTime());
      return span ? [[row.id, span] as const] : [];
    }),
  );
  const kept = new Set(keptBy.values());
  const others = converted.filter(({ id }) => !keptBy.has(id));
  return {
    removed: others.filter((row) => !began(row, now)).map(({ id }) => id),
    moved: [
      ...others.filter((row) => began(row, now)).map(({ id, from }) => ({ id, from, until: now })),
      ...converted.flatMap(({ id, from, until }) => {
        const span = keptBy.get(id);
        return span && span.until?.getTime() !== until?.getTime() ? [{ id, from, until: span.until }] : [];
      }),
    ],
    added: spans.filter((span) => !kept.has(span)),
  };
}

const began = ({ from }: PlannedPrice, now: Date) => from === null || from < now;
const startFrom = ({ from }: PlannedPrice, now: Date) => Math.max(from?.getTime() ?? -Infinity, now.getTime());
const isSame = (a: Omit<Wanted, "rateId">, b: Omit<Wanted, "rateId">) =>
  a.amount === b.amount && a.compareAt === b.compareAt;

/** Spans of one price each, the earliest first. */
function joined(material: ConversionMaterial): Span[] {
  const bounds = boundsOf(material);
  const spans: Span[] = [];
  for (const [index, from] of bounds.entries()) {
    const wanted = wantedAt(material, from);
    const until = bounds[index + 1] ?? null;
    const last = spans.at(-1);
    if (wanted && last && isSame(last, wanted) && last.until?.getTime() === from.getTime()) last.until = until;
    else if (wanted) spans.push({ ...wanted, from, until });
  }
  return spans;
}

/** Now, and every later instant at which something may change. */
function boundsOf({ now, rates, explicit, converted }: ConversionMaterial): Date[] {
  const all = [...rates, ...converted, ...Object.values(explicit).flat()].flatMap(({ from, until }) => [from, until]);
  const later = all.flatMap((bound) => (bound !== null && bound > now ? bound.getTime() : []));
  return [now, ...[...new Set(later)].toSorted((a, b) => a - b).map((time) => new Date(time))];
}

function wantedAt({ now, currency, rates, explicit, converted }: ConversionMaterial, at: Date): Wanted | null {
  const rate = priceAt(rates, at);
  const base = rate && priceAt(explicit[rate.base] ?? [], at);
  if (!base || priceAt(explicit[currency] ?? [], at)) return null;
  if (isStale(rate, now)) {
    const kept = priceAt(converted, at);
    return kept ? { amount: kept.amount, compareAt: kept.compareAt, rateId: kept.rateId } : null;
  }
  const price = convertPrice(base, rate);
  return price && { ...price, rateId: rate.id };
}
