import type { Draw } from "./random.ts";
import { BRAND_ENDS, BRAND_MIDDLES, BRAND_STARTS } from "./words/describing.ts";

const [starts, middles, ends] = [BRAND_STARTS, BRAND_MIDDLES, BRAND_ENDS].map((list) => list.split(" ")) as [
  string[],
  string[],
  string[],
];

/** So many different names of two or three syllables, e.g. Norvex. */
export function brandNames(count: number, draw: Draw): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const middle = draw.chance(0.55) ? draw.pick(middles) : "";
    names.add(draw.pick(starts) + middle + draw.pick(ends));
  }
  return [...names];
}
