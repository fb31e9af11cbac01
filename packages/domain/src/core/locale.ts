import * as z from "zod";

export const Locale = z.enum(["ru", "en"]);
export type Locale = z.infer<typeof Locale>;
export const DEFAULT_LOCALE: Locale = "ru";

/** A text in at least one language. */
export const LocalizedText = z.object({ ru: z.string().min(1).exactOptional(), en: z.string().min(1).exactOptional() });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The text in `locale`, else in the other language, else "". */
export const localized = (text: LocalizedText, locale: Locale): string => text[locale] ?? text.ru ?? text.en ?? "";
