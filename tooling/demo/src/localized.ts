/** A text in both languages of the shop. */
export type Localized = { ru: string; en: string };
