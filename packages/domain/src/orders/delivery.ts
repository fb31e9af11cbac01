import type { Currency, LocalizedText } from "@vitrina/domain/core";
import type { DeliveryOption } from "./order.ts";

/** A way of delivery into one country; amounts in minor units by currency, a currency left out is not served. */
export interface DeliveryMethod {
  code: string;
  name: LocalizedText;
  prices: Partial<Record<Currency, number>>;
  /** From this amount of goods on, after discounts, delivery costs nothing. */
  freeFrom: Partial<Record<Currency, number>>;
  minDays: number;
  maxDays: number;
}

/** What the methods offer for these goods when ordered on `today` (YYYY-MM-DD, the shop's calendar), in their order. */
export function deliveryOptions(
  methods: readonly DeliveryMethod[],
  { currency, goods, today }: { currency: Currency; goods: number; today: string },
): DeliveryOption[] {
  return methods.flatMap(({ code, name, prices, freeFrom, minDays, maxDays }) => {
    const price = prices[currency];
    if (price === undefined) return [];
    const threshold = freeFrom[currency];
    const amount = threshold !== undefined && goods >= threshold ? 0 : price;
    return [{ code, name, amount, from: addDays(today, minDays), to: addDays(today, maxDays) }];
  });
}

/** Tells the calendar day (YYYY-MM-DD) of an instant in a time zone (IANA name). Keep it: making one is slow. */
export function calendarIn(timeZone: string): (instant: Date) => string {
  // The Swedish way to write a day is ISO 8601's.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone });
  return (instant) => format.format(instant);
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
