import {
  Translatable,
  TRANSLATIONS_PER_PAGE,
  TranslationChange,
  TranslationSheet,
  TranslationsQuery,
} from "@vitrina/domain/catalog";
import { Locale } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

/** Texts of products, categories and attributes in the shop's languages (CAT-13). */
export const translationsContract = {
  /** In each language, with what is missing or stale. */
  get: query({
    input: z.strictObject({ kind: Translatable, id: z.string().min(1).max(100) }),
    output: z.array(TranslationSheet).max(Locale.options.length),
  }),
  /** What is missing or stale in a language. Refused `catalog.locale-unknown`. */
  list: query({
    input: TranslationsQuery.extend(pageInput),
    output: z.object({
      sheets: z.array(TranslationSheet).max(TRANSLATIONS_PER_PAGE),
      nextCursor: z.string().nullable(),
    }),
  }),
  /** Refused `catalog.locale-unknown`, `core.stale-version`, `catalog.nothing-to-translate`. */
  save: mutation({ input: TranslationChange, output: TranslationSheet }),
};
