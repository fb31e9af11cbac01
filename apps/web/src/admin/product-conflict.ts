import type { ProductFacts } from "#admin/product-model.ts";

/** A field that differs between what was asked for and what the shop has by now. */
export interface Difference {
  field: string;
  yours: unknown;
  theirs: unknown;
}

const ATTRIBUTE = "attribute ";

/** As the API names fields: each attribute is one. */
const read = (facts: ProductFacts, field: string): unknown =>
  field.startsWith(ATTRIBUTE)
    ? (facts.attributes[field.slice(ATTRIBUTE.length)] ?? null)
    : (facts[field as keyof ProductFacts] ?? null);

/** The shop keeps no order of keys. */
const ordered = (_: string, part: unknown): unknown =>
  part !== null && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
    : part;
const same = (left: unknown, right: unknown) => JSON.stringify(left, ordered) === JSON.stringify(right, ordered);

/** The differences that were typed here; the other ones somebody else made, and nobody here contradicts them. */
export const ownDifferences = (seen: ProductFacts, differences: readonly Difference[]): Difference[] =>
  differences.filter(({ field, yours }) => !same(yours, read(seen, field)));

/** What was typed here, with everything else as somebody else left it. */
export function mergeMine(
  { seen, mine }: Record<"seen" | "mine", ProductFacts>,
  differences: readonly Difference[],
): ProductFacts {
  const own = new Set(ownDifferences(seen, differences).map(({ field }) => field));
  const theirs = differences.filter(({ field }) => !own.has(field));
  const attributes = { ...mine.attributes };
  const facts = theirs.filter(({ field }) => !field.startsWith(ATTRIBUTE)).map((each) => [each.field, each.theirs]);
  for (const { field, theirs: value } of theirs) {
    const code = field.slice(ATTRIBUTE.length);
    if (!field.startsWith(ATTRIBUTE)) continue;
    if (value === null) delete attributes[code];
    else attributes[code] = value as ProductFacts["attributes"][string];
  }
  return Object.assign({ ...mine, attributes }, Object.fromEntries(facts));
}
