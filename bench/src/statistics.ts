export const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

/**
 * Mann and Whitney's test of whether two samples tell apart where they come from: two-sided p by the normal
 * approximation, corrected for ties and continuity; good from some 10 values each.
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const { ranks, ties } = ranksOf(one, other);
  const [n, m] = [one.length, other.length];
  const total = n + m;
  const u = ranks - (n * (n + 1)) / 2;
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  return distance === 0 ? 1 : 2 * upperTail(distance / Math.sqrt(variance));
}

/** Sum of the first sample's ranks among all, equal values sharing theirs, and how many ties there are, as t³ − t. */
function ranksOf(one: readonly number[], other: readonly number[]) {
  const all = [...one.map((value) => ({ value, first: true })), ...other.map((value) => ({ value, first: false }))];
  all.sort((a, b) => a.value - b.value);
  let [ranks, ties] = [0, 0];
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end++;
    const tied = all.slice(start, end);
    ranks += tied.filter(({ first }) => first).length * ((start + 1 + end) / 2);
    ties += tied.length ** 3 - tied.length;
    start = end;
  }
  return { ranks, ties };
}

/** Chance that a standard normal variable exceeds `z` ≥ 0, to 1.2e-7 of itself: erfc by Press et al., Numerical Recipes 6.2. */
function upperTail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series = COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return (t * Math.exp(series - x * x)) / 2;
}
const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];
