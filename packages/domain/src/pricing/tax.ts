import type { Currency } from "@vitrina/domain/core";

/** The tax of one class of goods in one country. `included`: shop prices already contain it. */
export interface TaxRate {
  country: string;
  taxClass: string;
  rateBasisPoints: number;
  included: boolean;
}

/** How one country taxes: basis points by class of goods; a class left out is not taxed. */
export interface TaxRule {
  included: boolean;
  basisPoints: Readonly<Record<string, number>>;
}

/** Where goods sold in a currency are taken to go until an address is known. */
export const HOME_COUNTRY: Readonly<Record<Currency, string>> = { RUB: "RU", EUR: "DE", USD: "US" };

/** The rule of `country`; nothing is taxed where no rate is known. */
export function taxRuleOf(rates: readonly TaxRate[], country: string): TaxRule {
  const own = rates.filter((rate) => rate.country === country);
  const basisPoints = Object.fromEntries(own.map((rate) => [rate.taxClass, rate.rateBasisPoints]));
  return { included: own.every((rate) => rate.included), basisPoints };
}
