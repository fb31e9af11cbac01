import type { inferOutput } from "@trpc/tanstack-react-query";
import { filled } from "#admin/product-form.ts";
import type { Api } from "#core/api.ts";
import type { LocalizedText } from "#core/texts.ts";

export type Attribute = inferOutput<Api["catalog"]["attributes"]["get"]>;
export type AttributeType = Attribute["type"];
export type AttributeTerms = Pick<Attribute, "name" | "unit" | "type" | "choices" | "filterable">;

/** Those that staff choose from; `mixed` comes of imports. */
export const OWN_TYPES = ["text", "number", "boolean", "choice", "date"] as const satisfies AttributeType[];

export const NEW_ATTRIBUTE: AttributeTerms = { name: {}, unit: null, type: "text", choices: [], filterable: null };

const filledOrNone = (text: LocalizedText | null) => {
  const kept = filled(text ?? {});
  return Object.keys(kept).length > 0 ? kept : null;
};

/** As the shop takes it: what its type has no room for is left out. */
export const termsOf = ({ name, unit, type, choices, filterable }: AttributeTerms): AttributeTerms => ({
  name: filled(name),
  unit: takesUnit(type) ? filledOrNone(unit) : null,
  type,
  choices: takesChoices(type) ? choices.map((choice) => ({ code: choice.code.trim(), name: filled(choice.name) })) : [],
  filterable,
});

/** Imports give units to values of any sort. */
export const takesUnit = (type: AttributeType): boolean => type === "number" || type === "mixed";
const takesChoices = (type: AttributeType): boolean => type === "choice" || type === "mixed";
