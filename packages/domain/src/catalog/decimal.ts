import type { FaultReason } from "./fault.ts";

const MAX_MINOR_UNITS = 1_000_000_000_000;

/** "12.5" is 1250. Exact: the digits are moved, never multiplied; all three currencies have two decimals. */
export function minorUnits(text: string): number | FaultReason {
  const [, whole, decimals = ""] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return "not-a-number";
  if (/[1-9]/.test(decimals.slice(2))) return "too-many-decimals";
  const amount = Number(whole + decimals.slice(0, 2).padEnd(2, "0"));
  return amount > MAX_MINOR_UNITS ? "out-of-range" : amount;
}

/** 1250 is "12.50". */
export const decimalOf = (amount: number): string => {
  const digits = String(amount).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
