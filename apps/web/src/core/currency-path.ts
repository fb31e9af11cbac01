import type { Currency, Visitor } from "#core/visitor.ts";

/** The way to a page with prices in the person's own currency: remembered by the device when it is another one. */
export const pathInCurrency = (path: string, currency: Currency | null, visitor: Pick<Visitor, "currency">): string =>
  currency === null || currency === visitor.currency
    ? path
    : `/preferences?${new URLSearchParams({ currency, back: path }).toString()}`;
