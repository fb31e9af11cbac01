import type { ProductOption, Variant } from "./product.ts";
import { MOST_VARIANTS } from "./product-sheet.ts";
import {
  CombinationExists,
  InvalidCombination,
  OptionCodeTwice,
  OptionInUse,
  VariantLimitReached,
} from "./products.errors.ts";

export type Combination = Variant["optionValues"];
type Options = readonly Pick<ProductOption, "code" | "values">[];
type Combined = { optionValues: Combination };

/** Names a combination whatever the order of its keys. */
const combinationKey = (combination: Combination): string =>
  JSON.stringify(Object.entries(combination).toSorted(([left], [right]) => (left < right ? -1 : 1)));

/** Every combination that is no variant yet, the last option changing fastest. @throws VariantLimitReached */
export function missingCombinations(options: Options, variants: readonly Combined[]): Combination[] {
  const size = options.reduce((product, { values }) => product * values.length, 1);
  const wanted = Math.max(size, variants.length);
  if (wanted > MOST_VARIANTS) throw new VariantLimitReached({ limit: MOST_VARIANTS, wanted });
  const all = options.reduce<Combination[]>(
    (begun, { code, values }) => begun.flatMap((each) => values.map((value) => ({ ...each, [code]: value.code }))),
    [{}],
  );
  const known = new Set(variants.map(({ optionValues }) => combinationKey(optionValues)));
  return all.filter((each) => !known.has(combinationKey(each)));
}

/** "cup" in green and large is "cup-green-l". */
export const skuFor = (base: string, options: Options, combination: Combination): string =>
  [base, ...options.map(({ code }) => combination[code] ?? "")].filter(Boolean).join("-").slice(0, 200);

/** The variants of a product, each with exactly one value of each option, no two alike. @throws InvalidCombination @throws CombinationExists @throws VariantLimitReached */
export function assertMatrix(options: Options, variants: readonly Combined[]): void {
  if (variants.length > MOST_VARIANTS) throw new VariantLimitReached({ limit: MOST_VARIANTS, wanted: variants.length });
  const combinations = variants.map(({ optionValues }) => optionValues);
  const values = new Map(options.map(({ code, values }) => [code, new Set(values.map((value) => value.code))]));
  const wrong = combinations.filter(
    (each) =>
      Object.keys(each).length !== options.length ||
      Object.entries(each).some(([option, value]) => !values.get(option)?.has(value)),
  );
  if (wrong.length > 0) throw new InvalidCombination({ combinations: wrong.slice(0, 20) });
  const seen = new Set<string>();
  const twice = combinations.filter((each) => seen.size === seen.add(combinationKey(each)).size);
  if (twice.length > 0) throw new CombinationExists({ combinations: twice.slice(0, 20) });
}

/**
 * What the variants become under other options: one that is new gives them its first value, one that goes is left out.
 * @throws OptionCodeTwice @throws OptionInUse for a value that goes while variants have it @throws CombinationExists when variants become alike
 */
export function underOptions<Each extends Combined>(variants: readonly Each[], options: Options): Each[] {
  assertCodesOnce(options.map(({ code }) => code));
  for (const { values } of options) assertCodesOnce(values.map(({ code }) => code));
  const moved = variants.map((variant) => ({
    ...variant,
    optionValues: Object.fromEntries(
      options.map(({ code, values }) => [code, variant.optionValues[code] ?? values[0]?.code ?? ""]),
    ),
  }));
  for (const { code, values } of options) {
    const kept = new Set(values.map((value) => value.code));
    const [lost] = moved.filter(({ optionValues }) => !kept.has(optionValues[code] ?? ""));
    const value = lost?.optionValues[code];
    if (value !== undefined) {
      const holders = moved.filter(({ optionValues }) => optionValues[code] === value);
      throw new OptionInUse({ option: code, value, variants: holders.length });
    }
  }
  assertMatrix(options, moved);
  return moved;
}

function assertCodesOnce(codes: string[]): void {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new OptionCodeTwice({ code: twice });
}
