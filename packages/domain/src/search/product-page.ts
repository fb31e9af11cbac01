import * as z from "zod";
import { Currency } from "@vitrina/domain/core";
import { AttributeValue, Product, Variant } from "@vitrina/domain/catalog";
import { Availability } from "@vitrina/domain/inventory";
import { LowestPrice, Price } from "@vitrina/domain/pricing";
import { RatingSummary } from "@vitrina/domain/reviews";

/** CAT-10: a product with what other rooms know of it, read in one statement. */
export const ProductPage = Product.extend({
  currency: Currency,
  /** In their order; of what variants say each for itself, `value` is null when the product says nothing. */
  attributes: z.array(Product.shape.attributes.element.extend({ value: AttributeValue.nullable() })),
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
