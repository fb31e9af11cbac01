import type { ProductState } from "./product-state.ts";
import { cleanLine } from "./clean-text.ts";
import { slugify } from "./slug.ts";

/** The code of an option's value, known by code or by a name in any language; option and value are added when new. */
export function optionCode(product: ProductState, code: string, cell: string): string {
  const name = cleanLine(cell).slice(0, 100);
  const known = product.options.find((one) => one.code === code);
  const match = known?.values.find((value) => value.code === cell || value.name.ru === name || value.name.en === name);
  if (match) return match.code;
  const value = { code: freeCode(slugify(name), known?.values ?? []), name: { ru: name, en: name }, swatch: null };
  product.options = known
    ? product.options.map((one) => (one === known ? { ...one, values: [...one.values, value] } : one))
    : [...product.options, { code, name: nameOf(code), values: [value] }];
  return value.code;
}

const nameOf = (code: string) => {
  const words = code.replaceAll("_", " ").trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1) || code;
  return { ru: name, en: name };
};

function freeCode(wished: string, taken: readonly { code: string }[]): string {
  const codes = new Set(taken.map(({ code }) => code));
  let code = wished;
  for (let number = 2; codes.has(code); number++) code = `${wished}-${number}`;
  return code;
}
