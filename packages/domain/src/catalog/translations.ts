import * as z from "zod";
import { DomainError, Locale, LocalizedText, Version } from "@vitrina/domain/core";

/** What has texts that staff translate. */
export const Translatable = z.enum(["product", "category", "attribute"]);
export type Translatable = z.infer<typeof Translatable>;
export const TranslatedField = z.enum(["name", "description", "unit"]);
export type TranslatedField = z.infer<typeof TranslatedField>;

/** `source`: what is translated; `stale`: the source changed after its translation. */
export const TranslationState = z.enum(["source", "done", "missing", "stale"]);
export type TranslationState = z.infer<typeof TranslationState>;

/** A product, category (by id) or attribute (by code). */
const Subject = z.object({ kind: Translatable, id: z.string().min(1).max(100) });
export type Subject = z.infer<typeof Subject>;

/** The texts of one thing in one language, each beside its source. */
export const TranslationSheet = Subject.extend({
  version: Version,
  title: LocalizedText,
  locale: Locale,
  fields: z
    .array(
      z.object({
        field: TranslatedField,
        state: TranslationState,
        sourceLocale: Locale,
        source: z.string(),
        translation: z.string().nullable(),
      }),
    )
    .max(TranslatedField.options.length),
});
export type TranslationSheet = z.infer<typeof TranslationSheet>;

/** Refused by name when the shop does not speak it. */
const Language = z.string().trim().min(1).max(20);
export const TranslationsQuery = z.strictObject({ kind: Translatable, locale: Language });

const Line = z.string().trim().min(1);
/** As its own form takes it. */
const LONGEST_NAME = { product: 300, category: 120, attribute: 80 } satisfies Record<Translatable, number>;
/** Texts in one language; `confirmed` fields are still right as they are. */
export const TranslationChange = Subject.extend({
  version: Version,
  locale: Language,
  texts: z.strictObject({
    name: Line.max(LONGEST_NAME.product).exactOptional(),
    description: Line.max(20_000).exactOptional(),
    unit: Line.max(40).exactOptional(),
  }),
  confirmed: z.array(TranslatedField).max(TranslatedField.options.length),
})
  .strict()
  .refine(({ kind, texts }) => (texts.name?.length ?? 0) <= LONGEST_NAME[kind], {
    path: ["texts", "name"],
    error: "too long",
  });
export type TranslationChange = z.infer<typeof TranslationChange>;

/** The shop speaks the `known` languages alone. */
export class LocaleUnknown extends DomainError<{ locale: string; known: Locale[] }> {
  readonly kind = "invalid";
  readonly code = "catalog.locale-unknown";
}
/** There is no such text to translate. */
export class NothingToTranslate extends DomainError<{ field: TranslatedField }> {
  readonly kind = "invalid";
  readonly code = "catalog.nothing-to-translate";
}

/** @throws LocaleUnknown */
export function readLocale(locale: string): Locale {
  const known = Locale.safeParse(locale);
  if (!known.success) throw new LocaleUnknown({ locale, known: Locale.options });
  return known.data;
}

/** Texts as they are stored; `marks` are those known to be translations. */
export interface StoredTexts extends Subject {
  version: number;
  title: LocalizedText;
  texts: Partial<Record<TranslatedField, LocalizedText>>;
  marks: { field: TranslatedField; locale: Locale; stale: boolean }[];
}

/** What stands in `locale` beside what it is translated from; texts that are nowhere are left out. */
export function sheetOf({ texts, marks, kind, id, version, title }: StoredTexts, locale: Locale): TranslationSheet {
  const fields = TranslatedField.options.flatMap((field) => {
    const text = texts[field];
    if (!text || (text.ru === undefined && text.en === undefined)) return [];
    const ofField = marks.filter((mark) => mark.field === field);
    const sourceLocale = sourceOf(
      text,
      ofField.map((mark) => mark.locale),
    );
    const stale = ofField.some((mark) => mark.locale === locale && mark.stale);
    const translation = text[locale] ?? null;
    const state = locale === sourceLocale ? "source" : translation === null ? "missing" : stale ? "stale" : "done";
    return [{ field, state, sourceLocale, source: text[sourceLocale] ?? "", translation } as const];
  });
  return { kind, id, version, title, locale, fields };
}

const sourceOf = (text: LocalizedText, translated: readonly Locale[]): Locale =>
  text.ru !== undefined && !(text.en !== undefined && translated.includes("ru")) ? "ru" : "en";
