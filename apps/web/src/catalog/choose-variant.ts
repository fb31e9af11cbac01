import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type ProductPage = inferOutput<Api["search"]["product"]>;
export type Variant = ProductPage["variants"][number];
export type ProductOption = ProductPage["options"][number];
export type OptionValue = ProductOption["values"][number];

/** How a value stands to what is chosen: `adjusts` exists only with other values of the other options. */
export type ValueState = "chosen" | "fits" | "adjusts";
export interface ValueChoice {
  value: OptionValue;
  state: ValueState;
  /** Nothing can be bought where it leads. */
  soldOut: boolean;
  /** Where choosing the value leads. */
  variant: Variant;
}

type Choosable = Pick<ProductPage, "options" | "variants">;

/** On the shelf, or sold before it is here. */
export const sellable = ({ price, availability }: Variant): boolean =>
  price !== null && (availability.inStock || availability.backOrder !== undefined);

/** The variant named in the address, else the first that can be bought, else the first. */
export function chooseVariant({ variants }: Pick<ProductPage, "variants">, sku: string | undefined): Variant | null {
  return variants.find((variant) => variant.sku === sku) ?? variants.find(sellable) ?? variants[0] ?? null;
}

const agreement = (one: Variant, other: Variant): number =>
  Object.entries(one.optionValues).filter(([option, value]) => other.optionValues[option] === value).length;

/** Every value of `option` that some variant has, with where it leads: as little as possible of the choice changes. */
export function choicesOf({ variants }: Choosable, option: ProductOption, chosen: Variant): ValueChoice[] {
  return option.values.flatMap((value) => {
    const [variant] = variants
      .filter((each) => each.optionValues[option.code] === value.code)
      .toSorted((a, b) => agreement(b, chosen) - agreement(a, chosen) || Number(sellable(b)) - Number(sellable(a)));
    return variant ? [{ value, variant, state: stateOf(variant, option, chosen), soldOut: !sellable(variant) }] : [];
  });
}

/** Variants that can be bought, those that differ least from the chosen one first. */
export const alternativesTo = ({ variants }: Pick<ProductPage, "variants">, chosen: Variant): Variant[] =>
  variants.filter(sellable).toSorted((a, b) => agreement(b, chosen) - agreement(a, chosen));

function stateOf(variant: Variant, option: ProductOption, chosen: Variant): ValueState {
  if (chosen.optionValues[option.code] === variant.optionValues[option.code]) return "chosen";
  return agreement(variant, chosen) < Object.keys(chosen.optionValues).length - 1 ? "adjusts" : "fits";
}
