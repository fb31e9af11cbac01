import * as z from "zod";
import { Currency } from "@vitrina/domain/core";
import { AttributeValue, Product, Variant } from "@vitrina/domain/catalog";
import { Availability } from "@vitrina/domain/inventory";
import { LowestPrice, Price } from "@vitrina/domain/pricing";
import { RatingSummary } from "@vitrina/domain/reviews";

/** CAT-10: a product with what other rooms know of it, read in one statement. */
export const ProductPage = Product.extend({
  currency: Currency,
  /** What only variants say, each for itself: `place` is the one it takes when they are put among the product's own, in turn. */
  variantAttributes: z.array(Product.shape.attributes.element.omit({ value: true }).extend({ place: z.int() })),
  /** `price` is null when the variant is not sold in this currency. */
  variants: z.array(
    Variant.extend({
      /** Its own values by code, choices by their names: they come before the product's. */
      attributes: z.record(z.string(), AttributeValue),
      price: Price.extend({ lowest: LowestPrice.nullable() }).nullable(),
      availability: Availability,
    }),
  ),
  rating: RatingSummary,
});
export type ProductPage = z.infer<typeof ProductPage>;
