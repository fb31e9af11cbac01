import * as z from "zod";
import { Amount, Currency, DomainError, Id, Instant, LocalizedText, Slug } from "@vitrina/domain/core";
import { LowestPrice, Price } from "@vitrina/domain/pricing";

const YEAR = 365 * 86_400_000;
/** How far from now the shop can be seen, milliseconds. */
export const AS_OF_REACH = { back: 5 * YEAR, ahead: 2 * YEAR };
export const AS_OF_PAGE = 24;

/** The moment lies outside of what can be told (PRC-09). */
export class MomentOutOfRange extends DomainError<{ from: string; until: string }> {
  readonly kind = "invalid";
  readonly code = "search.moment-out-of-range";
}

const Moment = { at: Instant, currency: Currency };
export const AsOfListQuery = z.strictObject({ ...Moment, category: Slug.optional() });
export type AsOfListQuery = z.infer<typeof AsOfListQuery>;
export const AsOfProductQuery = z.strictObject({ ...Moment, slug: Slug });
export type AsOfProductQuery = z.infer<typeof AsOfProductQuery>;

/** A product that shoppers see at that moment, with the prices of everybody; `price` null: not for sale in the currency. */
export const AsOfRow = z.object({
  productId: Id,
  slug: z.string(),
  name: LocalizedText,
  brand: z.string().nullable(),
  createdAt: Instant,
  price: z.object({ amount: Amount, highest: Amount, compareAt: Amount.nullable() }).nullable(),
});
export type AsOfRow = z.infer<typeof AsOfRow>;

/** A promotion that can be used at that moment. */
export const AsOfPromotion = z.object({
  id: Id,
  name: LocalizedText,
  basisPoints: z.int(),
  forGroup: z.boolean(),
  from: Instant.nullable(),
  until: Instant.nullable(),
});
export type AsOfPromotion = z.infer<typeof AsOfPromotion>;

/** Why a price holds: the list it is of, and from when until when. */
export const AsOfPrice = Price.extend({
  lowest: LowestPrice.nullable(),
  since: Instant.nullable(),
  until: Instant.nullable(),
});

export const AsOfProduct = z.object({
  id: Id,
  slug: z.string(),
  name: LocalizedText,
  brand: z.string().nullable(),
  /** Whether shoppers see it at that moment. */
  visible: z.boolean(),
  publishAt: Instant.nullable(),
  unpublishAt: Instant.nullable(),
  variants: z
    .array(z.object({ id: Id, sku: z.string(), optionNames: z.array(LocalizedText), price: AsOfPrice.nullable() }))
    .max(2_000),
});
export type AsOfProduct = z.infer<typeof AsOfProduct>;
