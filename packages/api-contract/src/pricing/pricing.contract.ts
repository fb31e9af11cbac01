import { Id } from "@vitrina/domain/core";
import {
  DatedPrice,
  MOST_DATED,
  MOST_SET,
  PricedVariant,
  PricePreview,
  PriceSchedule,
  PriceSetting,
} from "@vitrina/domain/pricing";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const areDistinct = (prices: PriceSetting[]) =>
  new Set(prices.map(({ variantId, currency }) => `${variantId} ${currency}`)).size === prices.length;

/** Prices as staff see, set and plan them (PRC-01, PRC-08). */
const pricesContract = {
  /** Variants by SKU. `q`: the beginning of a SKU, or words of published products. */
  list: query({
    input: z.strictObject({ q: z.string().trim().max(100).optional(), productId: Id.optional(), ...pageInput }),
    output: z.object({ variants: z.array(PricedVariant).max(25), nextCursor: z.string().nullable() }),
  }),
  /** All that held, holds and is planned, the latest first. */
  timeline: query({
    input: z.strictObject({ variantId: Id }),
    output: z.object({ variant: PricedVariant, prices: z.array(DatedPrice).max(MOST_DATED) }),
  }),
  /** All from now on, or none. Refused `pricing.price-changed` with what holds now. */
  set: mutation({
    input: z.strictObject({ prices: z.array(PriceSetting).min(1).max(MOST_SET).refine(areDistinct) }),
    output: z.object({}),
  }),
  /** What a change would make of the plan; saves nothing. */
  preview: query({ input: PriceSchedule, output: z.object({ prices: PricePreview }) }),
  /** Refused `pricing.period-overlap` with the clashing price. */
  schedule: mutation({ input: PriceSchedule, output: z.object({}) }),
  /** Takes back a planned price that has not begun; what held before it goes on. */
  cancel: mutation({ input: z.strictObject({ id: Id }), output: z.object({}) }),
};

export const pricingContract = { prices: pricesContract };
