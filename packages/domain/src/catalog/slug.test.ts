import { expect, test } from "vitest";
import { freeSlug, slugify } from "./slug.ts";

test.each([
  ["Ёмкая Кружка «Дюна», 350 мл", "emkaya-kruzhka-dyuna-350-ml"],
  ["Щётка", "shchetka"],
  ["Crème Brûlée", "creme-brulee"],
  ["Intel® Core™2 (Duo)", "intel-core-2-duo"],
  ["™™™", "item"],
  ["x".repeat(300), "x".repeat(120)],
])("%s is addressed as %s", (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

test("a taken address grows until it is free", () => {
  const taken = new Set(["mugs", "kitchen-mugs", "kitchen-mugs-2"]);

  expect(freeSlug(["mugs", "kitchen-mugs"], (slug) => taken.has(slug))).toBe("kitchen-mugs-3");
  expect(freeSlug(["mugs", "home-mugs"], (slug) => taken.has(slug))).toBe("home-mugs");
});
