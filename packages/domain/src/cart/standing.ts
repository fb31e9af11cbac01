import type { Offer } from "@vitrina/domain/catalog";
import type { Currency } from "@vitrina/domain/core";
import type { Promised } from "@vitrina/domain/inventory";
import type { Conversion, ListReason, TaxRate } from "@vitrina/domain/pricing";
import type { EnteredCode } from "@vitrina/domain/promotions";

/** A line as kept, with what the neighbours say of it now. */
export interface StandingLine {
  offer: Offer;
  quantity: number;
  /** Minor units in the cart's currency; null without a price in it. */
  unitAmount: number | null;
  compareAt: number | null;
  /** The list that the price is of; null: the price of its own. */
  list: ListReason | null;
  /** How the price came to be when it is converted; null: it was set, by itself or in a list. */
  conversion: Conversion | null;
  /** What `unitAmount` was when the shopper last changed the line. */
  seenAmount: number | null;
  /** What this cart may have, its own holds counted in. */
  available: number;
  /** What of it is not here yet; null: nothing. */
  promised: Promised | null;
}

/** An open cart and all that its view depends on, read at one moment. */
export interface StandingCart {
  id: string;
  version: number;
  currency: Currency;
  /** In the order they were added. */
  lines: StandingLine[];
  /** In the order they were entered. */
  codes: EnteredCode[];
  taxRates: TaxRate[];
}
