import * as z from "zod";
import type { LocalizedText } from "@vitrina/domain/core";

/** A text of at most so many characters in at least one language. */
export const textOf = (longest: number) => {
  const Text = z.string().trim().min(1).max(longest);
  return z
    .strictObject({ ru: Text.exactOptional(), en: Text.exactOptional() })
    .refine(({ ru, en }: LocalizedText) => ru !== undefined || en !== undefined, "empty");
};

/** What somebody calls a small thing: an option, an attribute, a choice. */
export const ShortName = textOf(80);
