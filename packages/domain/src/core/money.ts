import * as z from "zod";

export const Currency = z.enum(["RUB", "EUR", "USD"]);
export type Currency = z.infer<typeof Currency>;

/** Integer minor units (kopecks, cents). Safe integers only. */
export const MinorUnits = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);
export const Amount = MinorUnits.min(0);

/** An amount of money: integer minor units of its currency. */
export const Money = z.object({ amount: MinorUnits, currency: Currency });
export type Money = z.infer<typeof Money>;

/**
 * Splits `total` over `weights` so that the parts sum to it exactly: the largest-remainder method (Hamilton).
 * Ties go to the earlier part. Weights are non-negative integers; when all are zero the first part takes all.
 * Exact for every safe integer: products are taken as bigint.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((left, right) => left + BigInt(right), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));

  const sign = total < 0 ? -1 : 1;
  const size = BigInt(Math.abs(total));
  const shares = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: Number(product / sum), remainder: product % sum };
  });
  const left = Math.abs(total) - shares.reduce((taken, share) => taken + share.whole, 0);
  const lucky = new Set(
    shares
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map((share) => share.index),
  );
  return shares.map((share) => sign * (share.whole + (lucky.has(share.index) ? 1 : 0)) + 0);
}

/** `amount * numerator / denominator`, rounded half away from zero; exact for safe integers. */
export function multiplyRounded(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(Math.abs(amount)) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const rounded = Number((2n * product + divisor) / (2n * divisor));
  return amount < 0 ? -rounded : rounded;
}
