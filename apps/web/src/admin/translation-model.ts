import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type TranslationSheet = inferOutput<Api["catalog"]["translations"]["get"]>[number];
export type TranslatedField = TranslationSheet["fields"][number];

export const TRANSLATABLE = ["product", "category", "attribute"] as const satisfies TranslationSheet["kind"][];
export type Translatable = (typeof TRANSLATABLE)[number];

/** What is left to do. */
export const unfinished = ({ fields }: Pick<TranslationSheet, "fields">): TranslatedField[] =>
  fields.filter(({ state }) => state === "missing" || state === "stale");
