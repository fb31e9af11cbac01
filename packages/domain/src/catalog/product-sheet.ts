import * as z from "zod";
import { Id, Instant, LocalizedText, Slug, Version } from "@vitrina/domain/core";
import { Attribute } from "./attribute.ts";
import { CategoryChoice } from "./category.ts";
import { AttributeValue, Picture, ProductOption, Variant } from "./product.ts";
import { ProductStatus } from "./product-state.ts";
import { ProductType } from "./product-type.ts";
import { ShortName, textOf } from "./short-text.ts";

export const MOST_VARIANTS = 2000;
/** Categories that staff put a product into. */
export const MOST_CATEGORIES = 50;
const MOST_OPTIONS = 5;
const MOST_VALUES = 100;

const Line = z.string().trim().min(1);
const Value = z.union([
  Line.max(2000),
  z.number().min(-1e12).max(1e12),
  z.boolean(),
  textOf(2000),
  z.array(Line.max(300)).min(1).max(50),
]);
/** Of attributes that a product says. */
export const MOST_ATTRIBUTES = 300;
export const AttributeValues = z
  .record(z.string().min(1).max(100), Value)
  .refine((values) => Object.keys(values).length <= MOST_ATTRIBUTES, "too many");

/** What staff say of a product themselves. */
export const ProductFacts = z.strictObject({
  slug: Slug.max(120),
  typeId: Id.nullable(),
  name: textOf(300),
  description: z.strictObject({
    ru: z.string().trim().min(1).max(20_000).exactOptional(),
    en: z.string().trim().min(1).max(20_000).exactOptional(),
  }),
  brand: Line.max(200).nullable(),
  model: Line.max(300).nullable(),
  taxClass: Line.max(40),
  /** By code. Values that stay as they are are not judged anew. */
  attributes: AttributeValues,
});
export type ProductFacts = z.infer<typeof ProductFacts>;

/** A new draft; without a slug one is made of the name. */
export const NewProduct = ProductFacts.pick({ name: true, typeId: true }).extend({
  slug: ProductFacts.shape.slug.optional(),
});
export type NewProduct = z.infer<typeof NewProduct>;

const OptionCode = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
/** What variants differ in, with the values in their order. */
export const OptionsDraft = z
  .array(
    z.strictObject({
      code: OptionCode,
      name: ShortName,
      values: z
        .array(
          z.strictObject({
            code: OptionCode,
            name: ShortName,
            swatch: z
              .string()
              .max(7)
              .regex(/^#[0-9a-f]{3}(?:[0-9a-f]{3})?$/i)
              .nullable(),
          }),
        )
        .min(1)
        .max(MOST_VALUES),
    }),
  )
  .max(MOST_OPTIONS);

/** A variant as staff see it. */
export const VariantSheet = Variant.pick({ id: true, sku: true, optionValues: true, gtins: true }).extend({
  attributes: z.record(z.string(), AttributeValue),
});
export type VariantSheet = z.infer<typeof VariantSheet>;

/** What staff say of a variant; without an id it is a new one. */
export const VariantDraft = z.strictObject({
  id: Id.nullable(),
  sku: Line.max(200),
  optionValues: z.record(OptionCode, OptionCode),
  gtins: z
    .array(
      z
        .string()
        .max(14)
        .regex(/^(?:\d{8}|\d{11,14})$/),
    )
    .max(20),
  attributes: AttributeValues,
});
export type VariantDraft = z.infer<typeof VariantDraft>;

/** A product with all that the catalogue knows of it, as staff see it, published or not. */
export const ProductSheet = z.object({
  id: Id,
  slug: Slug,
  status: ProductStatus,
  publishAt: Instant.nullable(),
  unpublishAt: Instant.nullable(),
  /** Whether shoppers see it now. */
  visible: z.boolean(),
  typeId: Id.nullable(),
  type: ProductType.pick({ name: true, attributes: true }).nullable(),
  name: LocalizedText,
  description: LocalizedText,
  brand: z.string().nullable(),
  model: z.string().nullable(),
  taxClass: z.string(),
  /** The primary one first. */
  categories: z.array(CategoryChoice),
  attributes: z.record(z.string(), AttributeValue),
  /** Of the attributes beyond those of the type. */
  looseAttributes: z.array(Attribute),
  options: z.array(ProductOption),
  variants: z.array(VariantSheet).max(MOST_VARIANTS),
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});
export type ProductSheet = z.infer<typeof ProductSheet>;

/** A row of the list of all products. */
export const ProductRow = ProductSheet.pick({
  id: true,
  slug: true,
  status: true,
  publishAt: true,
  unpublishAt: true,
  visible: true,
  name: true,
  brand: true,
  updatedAt: true,
  version: true,
}).extend({ variants: z.int(), sku: z.string().nullable(), picture: Picture.nullable() });
export type ProductRow = z.infer<typeof ProductRow>;

interface Publication {
  status: ProductStatus;
  publishAt: Date | null;
  unpublishAt: Date | null;
}

/** Whether shoppers see it at that instant; `catalog.visible` says the same in the database. */
export const isVisible = ({ status, publishAt, unpublishAt }: Publication, at: Date): boolean =>
  status === "published" && (publishAt === null || publishAt <= at) && (unpublishAt === null || unpublishAt > at);
