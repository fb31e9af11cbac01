import { CURRENCIES } from "#core/visitor.ts";

/** The shop's prices have hundredths in every currency. */
const MOST = 10_000_000_000;

/** Minor units of what was typed, "1 290,50" or "1290.5"; null for nothing, undefined for what is no price. */
export function amountTyped(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  if (plain === "") return null;
  if (!/^\d{1,10}(?:\.\d{1,2})?$/.test(plain)) return undefined;
  const [whole = "", part = ""] = plain.split(".");
  const amount = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return amount <= MOST * 100 ? amount : undefined;
}

/** Minor units as a field shows them: "1290.50", whole ones without hundredths. */
export const amountText = (amount: number | null): string =>
  amount === null ? "" : amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2);

export const currencyOf = (text: string) => CURRENCIES.find((currency) => currency === text) ?? CURRENCIES[0];

/** The ISO instant of a moment of Moscow as a datetime-local field has it; null for an empty one. */
export function momentTyped(text: string): string | null {
  const time = Date.parse(`${text}${text.length === 16 ? ":00" : ""}+03:00`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** An ISO instant as a datetime-local field has it, in Moscow. */
export const momentText = (instant: string): string =>
  new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 16);
