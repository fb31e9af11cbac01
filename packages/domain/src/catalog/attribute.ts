import * as z from "zod";
import { LocalizedText, Version } from "@vitrina/domain/core";
import { ShortName } from "./short-text.ts";

/** `mixed`: imports gave values of several types, so any value fits. */
export const AttributeType = z.enum(["text", "number", "boolean", "choice", "date", "mixed"]);
export type AttributeType = z.infer<typeof AttributeType>;

/** Chosen by staff for attributes and types of their own; codes of imports follow no pattern. */
export const OwnCode = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const MOST_CHOICES = 200;
const Choice = z.strictObject({ code: OwnCode.min(1), name: ShortName });

/** Whether an import may bring it: the database keeps no other. */
export const isAttributeCode = (code: string): boolean =>
  code.length > 0 && code.length <= 100 && code !== "__proto__" && !/[\p{Cc}\p{Cs}]/u.test(code);

/** What products can say of themselves (CAT-02). */
export const Attribute = z.object({
  code: z.string().min(1).max(100),
  name: LocalizedText,
  /** Of a number: "kg". */
  unit: LocalizedText.nullable(),
  type: AttributeType,
  /** What a choice can be. */
  choices: z.array(z.object({ code: z.string(), name: LocalizedText })),
  /** Whether lists offer it as a filter; null: the shop decides by its usefulness. */
  filterable: z.boolean().nullable(),
  version: Version,
});
export type Attribute = z.infer<typeof Attribute>;

/** What staff decide of an attribute. */
export const AttributeTerms = z.strictObject({
  name: ShortName,
  unit: ShortName.nullable(),
  type: AttributeType,
  choices: z
    .array(Choice)
    .max(MOST_CHOICES)
    .refine((given) => new Set(given.map(({ code }) => code)).size === given.length, "twice"),
  filterable: z.boolean().nullable(),
});
export type AttributeTerms = z.infer<typeof AttributeTerms>;

/** How much hangs on an attribute. */
export const AttributeUse = z.object({ products: z.int(), types: z.int() });
export type AttributeUse = z.infer<typeof AttributeUse>;
