import { mix } from "./random.ts";

/** What an id stands for, told in its version's bits. */
export const ID_KINDS = { category: 1, product: 2, media: 3, variant: 4, price: 5, type: 6 } as const;

/** The id of a thing that belongs to a product (or category, or type) of this index: `sub` tells several apart, up to 255. */
export type IdOf = (kind: keyof typeof ID_KINDS, index: number, sub?: number) => string;

/** The first moment that ids name; later ones follow a millisecond apart, as those of version 7 do. */
const FIRST = Date.UTC(2026, 0, 1);
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");

export function idsOf(seed: number): IdOf {
  const tail = `8${hex(mix(seed) % 0x1000, 3)}-${hex(mix(seed ^ 0x5bd1e995), 8)}${hex(mix(seed + 1) % 0x10000, 4)}`;
  return (kind, index, sub = 0) => {
    const time = hex(FIRST + index, 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(ID_KINDS[kind], 1)}${hex(sub, 2)}-${tail}`;
  };
}

const PRIME = 999_999_937;

/** EAN-13 with its check digit, another one for each number below 10⁹. */
export function eanOf(number: number): string {
  const scattered = Number((BigInt(number) * 387_420_489n) % BigInt(PRIME));
  const digits = `460${String(scattered).padStart(9, "0")}`;
  let sum = 0;
  for (let place = 0; place < 12; place++) sum += Number(digits[place]) * (place % 2 === 0 ? 1 : 3);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
