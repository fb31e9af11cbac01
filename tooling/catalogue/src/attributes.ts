import { type Localized, pairsOf } from "./localized.ts";
import { type Draw, zipfOf } from "./random.ts";
import { CHOICES, FLAGS, NUMBERS, TYPES } from "./words/attributes.ts";

export type AttributeValue = Localized | number | boolean;

export interface MadeAttribute {
  code: string;
  name: Localized;
  unit: Localized | null;
  kind: "choice" | "number" | "boolean";
  /** Of a choice, the most usual first. */
  choices: Localized[];
  draw(draw: Draw): AttributeValue;
}

export interface ProductType {
  code: string;
  name: Localized;
  attributes: MadeAttribute[];
}

const linesOf = (text: string) => text.trim().split("\n");
/** The most usual value of a choice is taken some three times as often as the third. */
const VALUES_SKEW = 1.1;
/** Values of numbers crowd near the smallest. */
const NUMBERS_SKEW = 1.8;

const choices = linesOf(CHOICES).map((line): MadeAttribute => {
  const [head = "", list = ""] = line.split(": ");
  const [code = "", ru = "", en = ""] = head.split("|");
  const values = pairsOf(list);
  return { code, name: { ru, en }, unit: null, kind: "choice", choices: values, draw: zipfOf(values, VALUES_SKEW) };
});

const numbers = linesOf(NUMBERS).map((line): MadeAttribute => {
  const [code = "", ru = "", en = "", unitRu = "", unitEn = "", ...range] = line.split("|");
  const [min = 0, max = 0, step = 1] = range.map(Number);
  const digits = step < 1 ? 10 : 1;
  const draw = ({ next }: Draw) => {
    const value = min * (max / Math.max(min, step)) ** (next() ** NUMBERS_SKEW) + (min === 0 ? max * next() ** 2 : 0);
    return Math.round(Math.max(min, Math.round(value / step) * step) * digits) / digits;
  };
  return { code, name: { ru, en }, unit: { ru: unitRu, en: unitEn }, kind: "number", choices: [], draw };
});

const flags = linesOf(FLAGS).map((line, index): MadeAttribute => {
  const [code = "", ru = "", en = ""] = line.split("|");
  const share = 0.15 + (index % 5) * 0.15;
  return { code, name: { ru, en }, unit: null, kind: "boolean", choices: [], draw: ({ chance }) => chance(share) };
});

/** Every attribute that a product may have, in the order they are told. */
export const madeAttributes: readonly MadeAttribute[] = [...choices, ...numbers, ...flags];

const known = new Map(madeAttributes.map((attribute) => [attribute.code, attribute]));

export const productTypes: readonly ProductType[] = linesOf(TYPES).map((line) => {
  const [head = "", codes = ""] = line.split(": ");
  const [code = "", ru = "", en = ""] = head.split("|");
  return { code, name: { ru, en }, attributes: codes.split(" ").map((code) => attributeOf(code)) };
});

function attributeOf(code: string): MadeAttribute {
  const attribute = known.get(code);
  if (!attribute) throw new RangeError(`There is no attribute "${code}".`);
  return attribute;
}
