import type { Draw } from "./random.ts";

export type Currency = "RUB" | "EUR" | "USD";

/** Minor units; dated [from, to), null without an end. At one moment one price of a currency holds. */
export interface MadePrice {
  currency: Currency;
  amount: number;
  compareAt: number | null;
  from: Date | null;
  to: Date | null;
}

/** Roubles to one unit. */
const RATES = { EUR: 95, USD: 88 } as const;
const DAY = 86_400_000;

/** What the prices of all variants of one product have in common. */
export interface PriceTerms {
  /** In roubles. */
  base: number;
  /** Share that the price before was higher by, or 0. */
  reduction: number;
  currencies: readonly Currency[];
  /** When the price changed or will change, and by which factor. */
  change: { at: Date; factor: number } | null;
}

/** 12 % of products are reduced, 40 % are sold in euros too, 25 % in dollars, 6 % have a price before or to come. */
export function drawTerms(base: number, draw: Draw, today: Date): PriceTerms {
  const { chance, whole } = draw;
  const reduction = chance(0.12) ? whole(8, 60) / 100 : 0;
  const currencies: Currency[] = ["RUB"];
  if (chance(0.4)) currencies.push("EUR");
  if (chance(0.25)) currencies.push("USD");
  const at = new Date(today.getTime() + whole(-90, 30) * DAY);
  return { base, reduction, currencies, change: chance(0.06) ? { at, factor: whole(80, 130) / 100 } : null };
}

/** Prices of one variant, which costs `surcharge` roubles more than the product's base. */
export function pricesOf({ base, reduction, currencies, change }: PriceTerms, surcharge: number): MadePrice[] {
  return currencies.flatMap((currency): MadePrice[] => {
    const priceAt = (factor: number): Pick<MadePrice, "currency" | "amount" | "compareAt"> => {
      const amount = prettyOf((base + surcharge) * factor, currency);
      const before = reduction > 0 ? prettyOf((base + surcharge) * factor * (1 + reduction), currency) : 0;
      return { currency, amount, compareAt: before > amount ? before : null };
    };
    if (!change) return [{ ...priceAt(1), from: null, to: null }];
    return [
      { ...priceAt(change.factor), from: null, to: change.at },
      { ...priceAt(1), from: change.at, to: null },
    ];
  });
}

/** Roubles end in 9 or 90, small amounts of other money in .90. */
function prettyOf(roubles: number, currency: Currency): number {
  if (currency === "RUB") {
    const step = roubles < 1_000 ? 10 : 100;
    return Math.max(1, Math.round(roubles / step)) * step * 100 - (step === 10 ? 100 : 1_000);
  }
  const units = roubles / RATES[currency];
  return units < 60 ? Math.max(1, Math.round(units)) * 100 - 10 : Math.round(units / 5) * 500 - 100;
}
