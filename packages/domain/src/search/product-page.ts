import * as z from "zod";
import { Currency } from "@vitrina/domain/core";
import { Product, Variant } from "@vitrina/domain/catalog";
import { Availability } from "@vitrina/domain/inventory";
import { LowestPrice, Price } from "@vitrina/domain/pricing";
import { RatingSummary } from "@vitrina/domain/reviews";

/** CAT-10: a product with what other rooms know of it, read in one statement. */
export const ProductPage = Product.extend({
  currency: Currency,
  /** `price` is null when the variant is not sold in this currency. */
  variants: z.array(
    Variant.extend({ price: Price.extend({ lowest: LowestPrice.nullable() }).nullable(), availability: Availability }),
  ),
  rating: RatingSummary,
});
export type ProductPage = z.infer<typeof ProductPage>;
