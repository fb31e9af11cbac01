/** Why a part of a row cannot be taken; `detail` of a fault names the value, row or code that is meant. */
export const FAULT_REASONS = [
  "contradicts",
  "empty",
  "invalid",
  "moved",
  "no-json",
  "no-utf8",
  "not-a-barcode",
  "not-a-code",
  "not-a-currency",
  "not-a-date",
  "not-a-number",
  "not-a-web-address",
  "out-of-range",
  "refused",
  "repeats",
  "too-long",
  "too-many-decimals",
  "unknown",
] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

export interface Fault {
  /** The field or column. */
  field: string;
  reason: FaultReason;
  detail: string | null;
}

/** A value as a fault shows it: whoever wrote the file must find it, and nobody needs all of a novel. */
export const shown = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};
