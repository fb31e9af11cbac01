import { Amount, type Clock, type Currency } from "@vitrina/domain/core";
import type * as z from "zod";
import { calendarIn, type DeliveryMethod, deliveryOptions } from "./delivery.ts";
import { DeliveryOption } from "./order.ts";

/** A way of delivery as a product's page announces it: `amount` until the goods come to `freeFrom`, minor units. */
export const DeliveryOffer = DeliveryOption.extend({ freeFrom: Amount.nullable() });
export type DeliveryOffer = z.infer<typeof DeliveryOffer>;

interface Dependencies {
  /** Ways of delivery into the home country of a currency, in their order. */
  methodsOf(currency: Currency): Promise<DeliveryMethod[]>;
  clock: Clock;
  /** IANA name of the shop's time zone. */
  timeZone: string;
}

/** What delivery takes and costs, before there is a cart (CAT-10). */
export function createDeliveryService({ methodsOf, clock, timeZone }: Dependencies) {
  const dayOf = calendarIn(timeZone);
  return {
    /** Amount of goods from which some delivery is free, minor units; null when none ever is. */
    async freeFrom(currency: Currency): Promise<number | null> {
      const thresholds = (await methodsOf(currency)).flatMap(({ freeFrom }) => freeFrom[currency] ?? []);
      return thresholds.length > 0 ? Math.min(...thresholds) : null;
    },

    /** For an order of now. */
    async offers(currency: Currency): Promise<DeliveryOffer[]> {
      const methods = await methodsOf(currency);
      const thresholds = new Map(methods.map(({ code, freeFrom }) => [code, freeFrom[currency] ?? null]));
      const options = deliveryOptions(methods, { currency, goods: 0, today: dayOf(clock()) });
      return options.map((option) => ({ ...option, freeFrom: thresholds.get(option.code) ?? null }));
    },
  };
}
export type DeliveryService = ReturnType<typeof createDeliveryService>;
