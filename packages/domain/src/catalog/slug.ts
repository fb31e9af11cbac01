import type { LocalizedText } from "@vitrina/domain/core";

const CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
const LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ");
const letters = new Map([...CYRILLIC].map((letter, index) => [letter, LATIN[index] ?? ""]));

const MAX_SLUG = 120;

/** An address part: lower case Latin letters, digits and single hyphens, at most 120 characters; "item" if nothing is left. */
export function slugify(text: string): string {
  const latin = [...text.normalize("NFC").toLowerCase().replaceAll("ё", "е")]
    .map((letter) => letters.get(letter) ?? letter)
    .join("");
  const slug = latin
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_SLUG)
    .replace(/^-+|-+$/g, "");
  return slug || "item";
}

/** The first of the wished addresses that is free, else the last one with a number. */
export function freeSlug(wished: readonly string[], isTaken: (slug: string) => boolean): string {
  const free = wished.find((slug) => !isTaken(slug));
  if (free !== undefined) return free;
  const longest = wished.at(-1) ?? "item";
  let number = 2;
  while (isTaken(`${longest}-${number}`)) number++;
  return `${longest}-${number}`;
}

const MOST_TRIED = 50;

/** The first free address made of a name: as it is, with 2, with 3 and so on. `taken` answers those of its slugs that are in use. */
export async function freeAddress(name: LocalizedText, taken: (slugs: string[]) => Promise<string[]>): Promise<string> {
  const first = slugify(name.ru ?? name.en ?? "");
  const forms = [first, ...Array.from({ length: MOST_TRIED }, (_, index) => `${first}-${index + 2}`)];
  const inUse = new Set(await taken(forms));
  return freeSlug(forms, (form) => inUse.has(form));
}
