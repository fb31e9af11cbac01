import * as z from "zod";
import { Currency, Locale, type LocalizedText, DEFAULT_LOCALE } from "@vitrina/domain/core";
import type { ProductSheet } from "./product-sheet.ts";

/** What keeps a product from being sold (CAT-08). */
export const PublishBlocker = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("variant") }),
  /** So many of its variants have no price in that currency. */
  z.object({ kind: z.literal("price"), currency: Currency, variants: z.int() }),
  z.object({ kind: z.literal("tax-class"), taxClass: z.string() }),
  z.object({ kind: z.literal("media") }),
  /** The name in the shop's own language. */
  z.object({ kind: z.literal("text"), locale: Locale }),
  /** The type requires it: of the product, or of so many variants. */
  z.object({ kind: z.literal("attribute"), code: z.string(), name: z.custom<LocalizedText>(), variants: z.int() }),
]);
export type PublishBlocker = z.infer<typeof PublishBlocker>;

/** What the rooms above know of it. */
export interface SaleFacts {
  /** Currencies the shop sells in, with the number of variants that have no price in each. */
  unpriced: readonly { currency: Currency; variants: number }[];
  /** Whether any country taxes this class of goods. */
  taxed: boolean;
}

/** As much of a product as publishing asks about. */
export type Judged = Pick<ProductSheet, "name" | "taxClass" | "variants" | "type" | "attributes">;

/** All that is missing, not just the first. */
export function blockersOf(
  product: Judged,
  { pictures, sale }: { pictures: number; sale: SaleFacts },
): PublishBlocker[] {
  const { variants, type, attributes } = product;
  const missing = (type?.attributes ?? [])
    .filter(({ required }) => required)
    .map(({ code, name, perVariant }) => ({
      kind: "attribute" as const,
      code,
      name,
      variants: perVariant ? variants.filter((variant) => !(code in variant.attributes)).length : 0,
      lacks: perVariant ? variants.some((variant) => !(code in variant.attributes)) : !(code in attributes),
    }));
  return [
    ...(product.name[DEFAULT_LOCALE] === undefined ? [{ kind: "text" as const, locale: DEFAULT_LOCALE }] : []),
    ...(variants.length === 0 ? [{ kind: "variant" as const }] : []),
    ...(variants.length === 0 ? [] : sale.unpriced)
      .filter((each) => each.variants > 0)
      .map((each) => ({ kind: "price" as const, ...each })),
    ...(sale.taxed ? [] : [{ kind: "tax-class" as const, taxClass: product.taxClass }]),
    ...(pictures === 0 ? [{ kind: "media" as const }] : []),
    ...missing.filter(({ lacks }) => lacks).map(({ lacks: _, ...blocker }) => blocker),
  ];
}
