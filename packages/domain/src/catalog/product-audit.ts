import { changesBetween } from "@vitrina/domain/core";
import type { ProductFacts } from "./product-sheet.ts";
import { canonical } from "./product-state.ts";

const LONGEST_TEXT = 300;
/** Characters of JSON; the trail takes 32 KiB of each side. */
const MOST = 8_000;

/** PostgreSQL keeps no order of keys, so the order says nothing. */
const inOneOrder = <Value extends object>(value: Value): Value => JSON.parse(canonical(value)) as Value;

/** Facts with each attribute as a field of its own. */
const byField = ({ attributes, ...facts }: ProductFacts): Record<string, unknown> => ({
  ...inOneOrder(facts),
  ...Object.fromEntries(Object.entries(inOneOrder(attributes)).map(([code, value]) => [`attribute ${code}`, value])),
});

/** Two states of a product, field by field; a field that one side lacks is null there. */
export function factsBetween(before: ProductFacts, after: ProductFacts) {
  const [old, fresh] = [byField(before), byField(after)];
  const gone = Object.keys(old).filter((field) => !(field in fresh));
  return changesBetween(old, { ...fresh, ...Object.fromEntries(gone.map((field) => [field, null])) });
}

/** A change fit for the trail: long texts are cut, and what is too much is counted. */
export const abridged = (state: Record<string, unknown>): Record<string, unknown> => {
  const kept: [string, unknown][] = [];
  let length = 0;
  for (const [field, value] of Object.entries(state)) {
    const short: unknown = JSON.parse(JSON.stringify(value ?? null, (_, each: unknown) => cut(each)));
    length += JSON.stringify(short).length + field.length;
    if (length > MOST) return Object.fromEntries([...kept, ["more", Object.keys(state).length - kept.length]]);
    kept.push([field, short]);
  }
  return Object.fromEntries(kept);
};

const cut = (value: unknown): unknown =>
  typeof value === "string" && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
