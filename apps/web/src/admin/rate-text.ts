import type { Locale } from "#core/locale.ts";

/** Of a rate as it is counted: a unit of the base has a million. */
const MILLIONTHS = 1_000_000;

/** Millionths of what was typed, "98,5" or "0.010152"; null for what is no rate. */
export function unitCostTyped(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(plain)) return null;
  const [whole = "", part = ""] = plain.split(".");
  return Number(whole) * MILLIONTHS + Number(part.padEnd(6, "0")) || null;
}

/** Millionths as a field shows them: "98.5". */
export const unitCostText = (unitCost: number): string => String(unitCost / MILLIONTHS);

/** Millionths as people read them: «98,5», "98.5". */
export const unitCostShown = (locale: Locale, unitCost: number): string =>
  unitCostText(unitCost).replace(".", locale === "ru" ? "," : ".");
