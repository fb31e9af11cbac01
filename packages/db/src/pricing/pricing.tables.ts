import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import type { AppliedRate, Price, PriceListDraft } from "@vitrina/domain/pricing";

/** For comparing: an infinite one would be read as a number. */
type Bound = ColumnType<Date, Date | undefined, Date>;

interface DatedPrice {
  variantId: string;
  currency: Currency;
  amount: Price["amount"];
  compareAt: Price["compareAt"];
  validFrom: Bound;
  validTo: Bound;
}

interface TaxRateRow {
  country: string;
  region: string;
  taxClass: string;
  rateBasisPoints: number;
  included: boolean;
  validFrom: Bound;
  validTo: Bound;
}

export interface PricingTables extends PricingViews {
  "pricing.price": DatedPrice & { id: string; rateId: string | null };
  "pricing.rate": {
    id: string;
    currency: Currency;
    base: Currency;
    unitCost: number;
    ending: AppliedRate["ending"];
    holdDays: number;
    validFrom: Date;
    validTo: Bound;
    cancelled: Generated<boolean>;
  };
  "pricing.rateBook": { currency: Currency; version: Generated<number>; fillAfter: string | null };
  "pricing.due": { id: GeneratedAlways<number>; variantId: string };
  "pricing.priceList": { id: string; name: JSONColumnType<PriceListDraft["name"]>; version: number; createdAt: Date };
  "pricing.listTerm": {
    id: Generated<string>;
    listId: string;
    groupId: string | null;
    country: string | null;
    priority: number;
    validFrom: Date;
    validTo: Bound;
  };
  "pricing.listEntry": {
    id: string;
    listId: string;
    variantId: string;
    currency: Currency;
    minQuantity: number;
    amount: number;
    validFrom: Date;
    validTo: Bound;
  };
  "pricing.taxRate": TaxRateRow & { id: string };
  "pricing.taxBook": { sole: Generated<boolean>; version: Generated<number> };
}

/** Published to the rooms above. */
export interface PricingViews {
  "pricing.datedPrice": DatedPrice;
  "pricing.countryTax": TaxRateRow;
}
