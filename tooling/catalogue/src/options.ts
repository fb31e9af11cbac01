import { type AttributeValue, type MadeAttribute, madeAttributes, type ProductType } from "./attributes.ts";
import { type Localized, slugOf } from "./localized.ts";
import type { Draw } from "./random.ts";

export interface MadeOption {
  code: string;
  name: Localized;
  values: { code: string; name: Localized; swatch: string | null }[];
}

/** Colours as CSS, in the order of the attribute's values. */
const SWATCHES =
  "#1a1a1a #fafafa #8c8c8c #2255aa #c22f2f #2e8b57 #e3d3b8 #7a4b2a #f2a7c0 #c4c7cc #f2cc3d #8fc6e8 #ee8434 #7d4ea8 #7a1f35 #3fb8ac #d4a537 #77803a #a9dcc3 #41464c #f8b997 #f5ecd9 #bf5b3b #b6a2d8 #cf9f2c #0f7d5c #f0725c #d9c08f".split(
    " ",
  );

const choicesOf = (code: string) => madeAttributes.find((attribute) => attribute.code === code)?.choices ?? [];
const swatches = new Map(choicesOf("colour").map(({ en }, index) => [en, SWATCHES[index] ?? null]));
/** From small to large, whichever is the most usual. */
const SIZES = ["XS", "S", "M", "L", "XL", "XXL"].map((name): Localized => ({ ru: name, en: name }));

/** One in seven products comes in two to six colours or sizes. */
export function optionsOf({ attributes }: ProductType, draw: Draw): MadeOption[] {
  if (!draw.chance(1 / 7)) return [];
  const varied = attributes.find(({ code }) => code === (draw.chance(0.5) ? "size" : "colour"));
  if (!varied) return [];
  const values = varied.code === "size" ? sizes(draw) : colours(varied, draw);
  const told = values.map((name) => ({ code: slugOf(name.en), name, swatch: swatches.get(name.en) ?? null }));
  return told.length > 1 ? [{ code: varied.code, name: varied.name, values: told }] : [];
}

function sizes({ whole }: Draw): Localized[] {
  const count = whole(2, SIZES.length);
  const first = whole(0, SIZES.length - count);
  return SIZES.slice(first, first + count);
}

function colours(attribute: MadeAttribute, draw: Draw): Localized[] {
  const count = 2 + Math.floor(5 * draw.next() ** 2);
  const found = new Map<string, Localized>();
  for (let tries = 0; tries < 20 && found.size < count; tries++) {
    const value: AttributeValue = attribute.draw(draw);
    if (typeof value === "object") found.set(value.en, value);
  }
  return [...found.values()];
}

/** One choice of values per variant; products have one option at most. */
export const variantsOf = ([option]: MadeOption[]): Record<string, string>[] =>
  option ? option.values.map(({ code }) => ({ [option.code]: code })) : [{}];
