import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>());
/** More than are looked up one by one for anything: of them, fewer say the word in their names than are ranked. */
const [MANY, NAMED] = [640, 250];

beforeAll(async () => {
  const things = Array.from({ length: MANY }, (_, index) => ({
    externalId: `thing-${index}`,
    slug: `thing-${index}`,
    categoryKeys: ["mugs"],
    name: { en: index < NAMED ? `Evenbright thing ${index}` : `Thing ${index}` },
    description: { en: "Of evenbright make" },
    price: 1_000 + 7 * index,
  }));
  await shop.put(things);
}, 60_000);

/** So many products that differ by their addresses alone, "<place>-0" and on, in the category of mugs unless told. */
const alike = (place: string, amount: number, rest: Partial<Parameters<typeof shop.put>[0][number]>) =>
  shop.put(
    Array.from({ length: amount }, (_, index) => ({
      externalId: `${place}-${index}`,
      slug: `${place}-${index}`,
      name: { en: "Thing" },
      categoryKeys: ["mugs"],
      price: 2_000,
      ...rest,
    })),
  );

test.each(["by cursor", "by number"])("of very many hits each page that is told of is full, read %s", async (way) => {
  const first = await shop.list({ q: "evenbright" });
  const seen = first.rows.map(({ slug }) => slug);
  let after = first.next ?? undefined;
  for (let page = 2; page <= first.pages; page++) {
    const { rows, next } = await shop.list({ q: "evenbright", page, ...(way === "by cursor" && { after }) });
    expect(rows, `page ${page}`).toHaveLength(24);
    seen.push(...rows.map(({ slug }) => slug));
    after = next ?? undefined;
  }

  expect(first).toMatchObject({ total: MANY, pages: 12 });
  expect(new Set(seen).size).toBe(12 * 24);
  expect(seen.slice(0, NAMED).every((slug) => Number(slug.split("-")[1]) < NAMED)).toBe(true);
});

test("an exact code comes first of however many hits in names there are", async () => {
  const more = Array.from({ length: 100 }, (_, index) => ({
    externalId: `more-${index}`,
    name: { en: "Evenbright lid" },
    price: 2_000,
    categoryKeys: ["mugs"],
  }));
  await shop.put([
    ...more,
    { externalId: "coded", name: { en: "Spare part" }, model: "Evenbright", price: 2_000, stock: 0 },
  ]);

  expect((await shop.slugs({ q: "evenbright" }))[0]).toBe("spare-part-coded");
});

test("the prices of very many products have exact bounds, whatever the filter", async () => {
  const last = 1_000 + 7 * (MANY - 1);
  expect((await shop.list({ q: "evenbright" })).priceBounds).toEqual({ min: 1_000, max: last });
  expect((await shop.list({ category: "mugs", withFacets: true })).priceBounds).toEqual({ min: 1_000, max: last });
  await shop.query("update inventory.level set on_hand = 0 where variant_id in ($1, $2)", [
    await shop.variantOf("thing-0"),
    await shop.variantOf(`thing-${MANY - 1}`),
  ]);
  await shop.refresh();

  expect((await shop.list({ q: "evenbright", inStock: true })).priceBounds).toEqual({ min: 1_007, max: last - 7 });
});

test.each([
  ["few are", 30],
  ["many are", 240],
])("what is in stock comes first when %s outside of the category of most hits", async (_, outside) => {
  const name = { en: `Wide${outside} thing` };
  await alike(`inside-${outside}`, 400, { name, stock: 0 });
  await alike(`outside-${outside}`, outside, { name, stock: 5, categoryKeys: ["tech"] });

  const seen: string[] = [];
  for (let page = 1; page <= Math.ceil(outside / 24); page++)
    seen.push(...(await shop.slugs({ q: `wide${outside}`, page })));

  expect(new Set(seen.slice(0, outside).map((slug) => slug.split("-")[0]))).toEqual(new Set(["outside"]));
  expect(new Set(seen).size).toBe(seen.length);
});

test("of very many hits those are suggested whose names say it, then what is in stock", async () => {
  const description = { en: "Gilded by hand" };
  await alike("named", 2, { name: { en: "Gilded frame" }, description, stock: 0 });
  await alike("sold-out", 400, { description, stock: 0 });
  await alike("stocked", 3, { description, stock: 5 });

  const { products } = await shop.search.suggest({ q: "gilded", currency: "RUB" });

  expect(products.map(({ slug }) => slug.split("-")[0])).toEqual(["named", "named", "stocked", "stocked", "stocked"]);
});

test.each([
  { q: "padded galosh", both: "Padded galosh", rare: "Padded boot", common: "Rubber galosh" },
  { q: "quilted mitten zzzz", both: "Quilted mitten", rare: "Quilted cap", common: "Woollen mitten" },
  { q: "gaiter 42", both: "Gaiter 42", rare: "Gaiter", common: "Sock" },
])("what has all known words comes before what has one, however prominent: $q", async ({ q, both, rare, common }) => {
  const mark = q.replaceAll(" ", "-");
  await alike(`both-${mark}`, 3, { name: { en: both }, stock: 0 });
  await alike(`rare-${mark}`, 400, { name: { en: rare }, stock: 5 });
  await alike(`common-${mark}`, 450, { name: { en: common }, stock: 5 });

  const found = await shop.slugs({ q });

  expect(found.slice(0, 4).map((slug) => slug.split("-")[0])).toEqual(["both", "both", "both", "rare"]);
});
