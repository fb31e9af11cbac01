import type { Currency } from "@vitrina/domain/core";

/** The tax of one class of goods in a country, at a moment. `included`: shop prices already contain it. */
export interface TaxRate {
  country: string;
  /** As addresses write it; empty: the whole country. */
  region: string;
  taxClass: string;
  rateBasisPoints: number;
  included: boolean;
}

/** How a place taxes: basis points by class of goods; a class left out is not taxed. */
export interface TaxRule {
  included: boolean;
  basisPoints: Readonly<Record<string, number>>;
}

/** Where goods go as far as taxes ask; without a known region the country's own rates count. */
export interface TaxPlace {
  country: string;
  region?: string | undefined;
}

/** Where goods sold in a currency are taken to go until an address is known. */
export const HOME_COUNTRY: Readonly<Record<Currency, string>> = { RUB: "RU", EUR: "DE", USD: "US" };

/** The rule of a place, of each class the region's own rate before the country's; nothing is taxed where none is known. */
export function taxRuleOf(rates: readonly TaxRate[], { country, region = "" }: TaxPlace): TaxRule {
  const own = rates.filter((rate) => rate.country === country && (rate.region === "" || rate.region === region));
  // The region's later, so that they overwrite the country's.
  const byClass = new Map(
    own.toSorted((a, b) => a.region.length - b.region.length).map((rate) => [rate.taxClass, rate]),
  );
  const basisPoints = Object.fromEntries([...byClass].map(([taxClass, rate]) => [taxClass, rate.rateBasisPoints]));
  return { included: [...byClass.values()].every((rate) => rate.included), basisPoints };
}
