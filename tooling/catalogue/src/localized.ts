export interface Localized {
  ru: string;
  en: string;
}

/** "Тарелка=plate". */
function pairOf(text: string): Localized {
  const [ru = "", en = ""] = text.split("=");
  return { ru: ru.trim(), en: en.trim() };
}

export const pairsOf = (list: string): Localized[] => list.trim().split(/,\s/).map(pairOf);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of English: "Wine glasses" is wine-glasses. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
