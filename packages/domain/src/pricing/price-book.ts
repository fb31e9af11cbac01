import * as z from "zod";
import { Amount, Currency, Id, Instant, LocalizedText } from "@vitrina/domain/core";
import { DatedPrice } from "./price.ts";

/** Most prices that one change may set. */
export const MOST_SET = 100;
/** Most dated prices of a variant that are shown. */
export const MOST_DATED = 500;
export const VARIANTS_PER_PAGE = 25;

/** A variant as the price grid shows it. */
export const PricedVariant = z.object({
  variantId: Id,
  sku: z.string(),
  productId: Id,
  slug: z.string(),
  name: LocalizedText,
  optionNames: z.array(z.object({ option: LocalizedText, value: LocalizedText })),
  /** Those that hold now, at most one a currency. */
  prices: z.array(DatedPrice),
  /** How many prices are planned to begin later. */
  planned: z.int(),
});
export type PricedVariant = z.infer<typeof PricedVariant>;

const isCut = ({ amount, compareAt }: { amount: number | null; compareAt: number | null }) =>
  compareAt === null || (amount !== null && compareAt > amount);
const Worth = { amount: Amount, compareAt: Amount.nullable() };
const For = { variantId: Id, currency: Currency };

/** A price from now on. `amount` null takes it out of sale in the currency; `seenId` is the price that the editor saw. */
export const PriceSetting = z
  .strictObject({ ...For, ...Worth, amount: Amount.nullable(), seenId: Id.nullable() })
  .refine(isCut, { path: ["compareAt"] });
export type PriceSetting = z.infer<typeof PriceSetting>;

/** A price for later: from `from` to before `until`, or without end. */
export const PriceSchedule = z
  .strictObject({ ...For, ...Worth, from: Instant, until: Instant.nullable() })
  .refine(isCut, { path: ["compareAt"] });
export type PriceSchedule = z.infer<typeof PriceSchedule>;

/** A plan that was not saved: `id` is null for what would be new. */
export const PricePreview = z.array(DatedPrice.extend({ id: Id.nullable() }));
