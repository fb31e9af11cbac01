import type { RatingSummary } from "./review.ts";

/** How many reviews gave one, two, three, four and five stars. */
export type StarCounts = readonly [number, number, number, number, number];

/** Count, exact mean and histogram (REV-05); without reviews there is no mean. */
export function summarise(stars: StarCounts): RatingSummary {
  const count = stars.reduce((sum, reviews) => sum + reviews, 0);
  const points = stars.reduce((sum, reviews, index) => sum + reviews * (index + 1), 0);
  return { count, mean: count === 0 ? null : points / count, histogram: [...stars] };
}

/** First name and the initial of the last: what of a buyer's name a review shows. */
export function publicName(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = words[0] ?? "";
  const last = words.length > 1 ? words.at(-1) : undefined;
  const initial = last ? [...last][0] : undefined;
  return initial ? `${first} ${initial.toUpperCase()}.` : first;
}
