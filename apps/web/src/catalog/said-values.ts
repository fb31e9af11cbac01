import type { ProductPage, Variant } from "#catalog/choose-variant.ts";

type Said = ProductPage["attributes"][number];
export type SaidValue = Said["value"];
/** `value` is null when only variants say it. */
export type SaidAttribute = Omit<Said, "value"> & { value: SaidValue | null };

/** An api of before, which still answers while a new version is put in its place, says nothing of variants. */
type FromAnyApi = Pick<ProductPage, "attributes"> & Partial<Pick<ProductPage, "variantAttributes">>;

/** What the product or any of its variants says, in order. */
export function saidOf({ attributes, variantAttributes = [] }: FromAnyApi): SaidAttribute[] {
  const all: SaidAttribute[] = [...attributes];
  for (const { place, ...attribute } of variantAttributes) all.splice(place, 0, { ...attribute, value: null });
  return all;
}

/** What the variant says of it for itself. */
export const ownValue = (
  { attributes = {} }: Partial<Pick<Variant, "attributes">>,
  code: string,
): SaidValue | undefined => (Object.hasOwn(attributes, code) ? attributes[code] : undefined);
