import * as z from "zod";

export const Locale = z.enum(["ru", "en"]);
export type Locale = z.infer<typeof Locale>;
export const DEFAULT_LOCALE: Locale = "ru";

/** A text in at least one language. */
export const LocalizedText = z.object({ ru: z.string().min(1).exactOptional(), en: z.string().min(1).exactOptional() });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Where a text is looked for, language by language, for each field by itself. */
const CHAINS: Record<Locale, readonly Locale[]> = { ru: ["ru", "en"], en: ["en", "ru"] };

/** The text in `locale`, else in the next language of its chain, else "". */
export const localized = (text: LocalizedText, locale: Locale): string =>
  CHAINS[locale].map((each) => text[each]).find((each) => each !== undefined) ?? "";
