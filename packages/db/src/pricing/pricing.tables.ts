import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import type { Price, PriceListDraft } from "@vitrina/domain/pricing";

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

export interface PricingTables extends PricingViews {
  "pricing.price": DatedPrice & { id: string };
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
  "pricing.taxRate": { id: string; country: string; taxClass: string; rateBasisPoints: number; included: boolean };
}

/** Published to the rooms above. */
export interface PricingViews {
  "pricing.datedPrice": DatedPrice;
  "pricing.countryTax": { country: string; taxClass: string; rateBasisPoints: number; included: boolean };
}
