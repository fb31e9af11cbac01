import * as z from "zod";
import { Id, LocalizedText, Version } from "@vitrina/domain/core";
import { Attribute, OwnCode } from "./attribute.ts";
import { ShortName } from "./short-text.ts";

export const MOST_TYPE_ATTRIBUTES = 100;

/** An attribute that products of a type have. */
const Flags = z.object({
  /** A product without it cannot be published. */
  required: z.boolean(),
  /** Each variant has a value of its own. */
  perVariant: z.boolean(),
});

/** A sort of product and what products of it say of themselves, in the order of their pages (CAT-02). */
export const ProductType = z.object({
  id: Id,
  code: OwnCode,
  name: LocalizedText,
  attributes: z.array(Attribute.extend(Flags.shape)),
  version: Version,
});
export type ProductType = z.infer<typeof ProductType>;
export type TypeAttribute = ProductType["attributes"][number];

export const ProductTypeDraft = z.strictObject({
  code: OwnCode,
  name: ShortName,
  attributes: z
    .array(z.strictObject({ code: z.string().min(1).max(100), ...Flags.shape }))
    .max(MOST_TYPE_ATTRIBUTES)
    .refine((given) => new Set(given.map(({ code }) => code)).size === given.length, "twice"),
});
export type ProductTypeDraft = z.infer<typeof ProductTypeDraft>;
