// Cuts Onest to the letters the shop prints. Run after a font update: node scripts/subset-fonts.ts
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset)).join("");

const SUBSETS = [
  {
    name: "latin",
    source: import.meta.resolve("@fontsource-variable/onest/files/onest-latin-wght-normal.woff2"),
    text: range(0x20, 0x7e) + "\u00a0«»©®°±·×éèüöäßñç–—‘’“”„•…‹›€™−",
  },
  {
    name: "cyrillic",
    source: import.meta.resolve("@fontsource-variable/onest/files/onest-cyrillic-wght-normal.woff2"),
    text: range(0x410, 0x44f) + "Ёё№",
  },
  {
    name: "rouble",
    source: import.meta.resolve("@fontsource-variable/onest/files/onest-latin-ext-wght-normal.woff2"),
    text: "₽",
  },
];

for (const { name, source, text } of SUBSETS) {
  const original = await readFile(fileURLToPath(source));
  const subset = await subsetFont(original, text, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 650 } },
    keepFeatures: ["kern", "tnum", "mark", "ccmp"],
    noHinting: true,
  });
  await writeFile(new URL(`../src/core/fonts/onest-${name}.woff2`, import.meta.url), subset);
  console.log(`${name}: ${subset.length} bytes`);
}
