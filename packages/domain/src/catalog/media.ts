import * as z from "zod";
import { Id, LocalizedText, Version } from "@vitrina/domain/core";
import { Picture } from "./product.ts";

/** Bytes of an upload. */
export const MAX_PICTURE_BYTES = 20 * 1024 * 1024;
/** Of a picture as it comes: more of them could fill the memory. */
export const MAX_PIXELS = 50_000_000;
export const MOST_PICTURES = 20;

const AltText = LocalizedText.extend({
  ru: z.string().trim().min(1).max(300).exactOptional(),
  en: z.string().trim().min(1).max(300).exactOptional(),
});

/** An uploaded picture: the shop's own files of it exist under `location`. */
export const UploadedPicture = z.object({
  location: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]{1,80}$/),
  width: z.int().min(1),
  height: z.int().min(1),
  /** "#rrggbb": what is seen of it before it is there. */
  colour: z.string(),
});
export type UploadedPicture = z.infer<typeof UploadedPicture>;

/** A picture of a product, and the variants that it shows. */
export const ProductPicture = Picture.extend({ id: Id, variantIds: z.array(Id).max(2_000) });
export type ProductPicture = z.infer<typeof ProductPicture>;

/** The pictures of a product in their order. */
export const ProductMedia = z.object({
  productId: Id,
  version: Version,
  pictures: z.array(ProductPicture).max(MOST_PICTURES),
  variants: z.array(z.object({ id: Id, sku: z.string(), optionValues: z.record(z.string(), z.string()) })).max(2_000),
});
export type ProductMedia = z.infer<typeof ProductMedia>;

/** All pictures as they should be, in their order: those of the product by id, uploaded ones by location; others go. */
export const MediaChange = z.strictObject({
  productId: Id,
  version: Version,
  pictures: z
    .array(
      z.strictObject({
        id: Id.optional(),
        location: UploadedPicture.shape.location.optional(),
        alt: AltText.strict(),
        variantIds: z.array(Id).max(2_000),
      }),
    )
    .max(MOST_PICTURES)
    .refine((pictures) => pictures.every(({ id, location }) => (id === undefined) !== (location === undefined)))
    .refine(
      (pictures) => new Set(pictures.flatMap(({ id }) => id ?? [])).size === pictures.filter(({ id }) => id).length,
    ),
});
export type MediaChange = z.infer<typeof MediaChange>;
