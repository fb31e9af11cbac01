import * as z from "zod";
import { Id, LocalizedText, Slug } from "@vitrina/domain/core";

/** A picture: `local` ones exist under /media as `<location>-<width>.{webp,avif}`, `remote` ones at the URL `location`. */
export const Picture = z.object({
  kind: z.enum(["local", "remote"]),
  location: z.string().max(2000),
  alt: LocalizedText,
  width: z.int(),
  height: z.int(),
});
export type Picture = z.infer<typeof Picture>;
/** File widths that exist of every local picture, in pixels. */
export const PICTURE_WIDTHS = { webp: [320, 640, 1200], avif: [320, 640] } as const;

export const OptionValue = z.object({ code: z.string(), name: LocalizedText, swatch: z.string().nullable() });
export const ProductOption = z.object({ code: z.string(), name: LocalizedText, values: z.array(OptionValue) });
export type ProductOption = z.infer<typeof ProductOption>;

export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), LocalizedText, z.array(z.string())]);
export type AttributeValue = z.infer<typeof AttributeValue>;

export const Variant = z.object({
  id: Id,
  sku: z.string(),
  /** Option code to value code, e.g. {"color":"green"}; {} for a product without options. */
  optionValues: z.record(z.string(), z.string()),
  gtins: z.array(z.string()),
  /** Index into the product's pictures. */
  picture: z.int().nullable(),
});
export type Variant = z.infer<typeof Variant>;

export const CategoryLink = z.object({ id: Id, slug: Slug, name: LocalizedText });
export type CategoryLink = z.infer<typeof CategoryLink>;

/** A published product as the catalog knows it: no price, stock or rating. */
export const Product = z.object({
  id: Id,
  slug: Slug,
  name: LocalizedText,
  description: LocalizedText,
  brand: z.string().nullable(),
  model: z.string().nullable(),
  taxClass: z.string(),
  /** Root first, the product's primary category last. */
  breadcrumb: z.array(CategoryLink),
  options: z.array(ProductOption),
  attributes: z.array(
    z.object({ code: z.string(), name: LocalizedText, unit: LocalizedText.nullable(), value: AttributeValue }),
  ),
  pictures: z.array(Picture),
  variants: z.array(Variant),
});
export type Product = z.infer<typeof Product>;

/** A node of the category tree; `count` is the number of published products in it and below. */
export const CategoryNode = CategoryLink.extend({ parentId: Id.nullable(), position: z.int(), count: z.int() });
export type CategoryNode = z.infer<typeof CategoryNode>;

/** What the cart and the checkout need of a variant: names as they stand now. */
export const Offer = z.object({
  variantId: Id,
  productId: Id,
  slug: Slug,
  sku: z.string(),
  name: LocalizedText,
  optionNames: z.array(z.object({ option: LocalizedText, value: LocalizedText })),
  picture: Picture.nullable(),
  taxClass: z.string(),
  published: z.boolean(),
});
export type Offer = z.infer<typeof Offer>;
