import type { CatalogTables } from "@vitrina/db/catalog";
import type { Facet, ListingPage } from "@vitrina/domain/search";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>());
const MANY = 60;
const COLOURS = ["Black", "White", "Grey", "Gray"];

beforeAll(() =>
  shop.put(
    Array.from({ length: MANY }, (_, index) => ({
      externalId: `f${String(index).padStart(2, "0")}`,
      name: { en: `Lamp ${index % 2 ? "desk" : "floor"} ${index}`, ru: `Лампа ${index}` },
      categoryKeys: [index % 3 ? "tech" : "mugs"],
      brand: ["Lumo", "Ray", "Sol"][index % 3] ?? null,
      attributes: {
        colour: COLOURS[index % 4] ?? "",
        dimmable: index % 5 === 0,
        power: 5 + index,
        fits: index % 2 ? "Home,Office" : "Home",
        note: `Unique ${index}`,
      },
      price: 1000 + 100 * index,
      stock: index % 7 ? 5 : 0,
    })),
  ),
);

const facet = (page: ListingPage, code: string) => page.facets.find((each) => each.code === code);
const counts = (found: Facet | undefined) =>
  Object.fromEntries(found?.values.map(({ key, count }) => [key, count]) ?? []);

test("a list offers what divides it well, brand first, and nothing that tells every product apart", async () => {
  const page = await shop.list({ withFacets: true });

  expect(page.facets.map(({ code }) => code).toSorted()).toEqual(["brand", "colour", "dimmable", "fits", "power"]);
  expect(page.facets[0]).toMatchObject({ code: "brand", name: { en: "Brand", ru: "Бренд" }, kind: "choice" });
});

test("spellings of one value are one, texts with commas are several, and many numbers are ranges", async () => {
  const page = await shop.list({ withFacets: true });

  expect(counts(facet(page, "colour"))).toEqual({ gray: 30, black: 15, white: 15 });
  expect(counts(facet(page, "fits"))).toEqual({ home: 60, office: 30 });
  expect(facet(page, "power")).toMatchObject({ kind: "range" });
  expect(counts(facet(page, "power"))).toEqual({ "5..10": 5, "10..20": 10, "20..50": 30, "50..100": 15 });
});

test("values of one facet add up, facets narrow each other, and a facet's own choice is left out of its counts", async () => {
  const page = await shop.list({
    withFacets: true,
    filters: [
      { code: "brand", keys: ["lumo", "ray"] },
      { code: "colour", keys: ["black"] },
    ],
  });

  const fits = (index: number) => index % 3 < 2 && index % 4 === 0;
  expect(page.total).toBe(Array.from({ length: MANY }, (_, index) => index).filter(fits).length);
  expect(counts(facet(page, "brand"))).toEqual({ lumo: 5, ray: 5, sol: 5 });
  expect(counts(facet(page, "colour"))).toEqual({ black: 10, gray: 20, white: 10 });
  expect(facet(page, "colour")?.values.find(({ key }) => key === "black")?.chosen).toBe(true);
});

test("a chosen value stays in its place at 0, and the empty list says which filter to take off", async () => {
  const page = await shop.list({
    withFacets: true,
    inStock: true,
    filters: [
      { code: "colour", keys: ["black"] },
      { code: "power", keys: ["5..10"] },
      { code: "dimmable", keys: ["yes"] },
    ],
  });

  expect(page.total).toBe(0);
  expect(facet(page, "colour")?.values.map(({ key, count }) => [key, count])).toEqual([
    ["gray", 0],
    ["black", 0],
    ["white", 0],
  ]);
  expect(page.loosen).toContainEqual({ filter: "facet", code: "power", count: 2 });
  expect(page.loosen.every(({ count }) => count > 0)).toBe(true);
});

test("on an empty list every facet stays that there was before the filters, at 0, and nothing that never was", async () => {
  const before = await shop.list({ withFacets: true, q: "lamp" });

  const page = await shop.list({ withFacets: true, q: "lamp", max: 1 });

  expect(page.total).toBe(0);
  expect(page.facets.map(({ code }) => code)).toEqual(before.facets.map(({ code }) => code));
  expect(page.facets.flatMap(({ values }) => values.map(({ count }) => count)).every((count) => count === 0)).toBe(
    true,
  );
  expect((await shop.list({ withFacets: true, q: "nothing of the kind", max: 1 })).facets).toEqual([]);
});

test("a value that no product has is left out and told", async () => {
  const page = await shop.list({
    filters: [
      { code: "brand", keys: ["lumo", "nobody"] },
      { code: "__proto__", keys: ["'\\"] },
    ],
  });

  expect(page.total).toBe(20);
  expect(page.ignored).toEqual([
    { code: "brand", keys: ["nobody"] },
    { code: "__proto__", keys: ["'\\"] },
  ]);
});

test("price bounds, stock and text count together with facets", async () => {
  const page = await shop.list({ q: "desk", withFacets: true, inStock: true, min: 2000, max: 4000 });

  const rest = Array.from({ length: MANY }, (_, index) => index).filter((index) => index % 2 && index % 7);
  const priced = rest.filter((index) => 1000 + 100 * index >= 2000 && 1000 + 100 * index <= 4000);
  expect(page.total).toBe(priced.length);
  expect(page.priceBounds).toEqual({ min: 1000 + 100 * Math.min(...rest), max: 1000 + 100 * Math.max(...rest) });
  expect(counts(facet(page, "colour"))).toEqual({
    gray: priced.filter((index) => index % 4 > 1).length,
    white: priced.filter((index) => index % 4 === 1).length,
    black: 0,
  });
});

test("a cursor goes on where the page ended, though the catalogue changes meanwhile", async () => {
  for (const sort of ["relevance", "price", "price-desc", "newest", "rating", "best-selling"] as const) {
    const first = await shop.list({ sort, filters: [{ code: "fits", keys: ["home"] }] });
    const second = await shop.list({
      sort,
      page: 2,
      filters: [{ code: "fits", keys: ["home"] }],
      ...(first.next && { after: first.next }),
    });
    const plain = await shop.list({ sort });
    const after = await shop.list({ sort, page: 2, ...(plain.next && { after: plain.next }) });
    const counted = await shop.list({ sort, page: 2 });

    expect(
      second.rows.map(({ slug }) => slug),
      sort,
    ).toEqual(counted.rows.map(({ slug }) => slug));
    expect(
      after.rows.map(({ slug }) => slug),
      sort,
    ).toEqual(counted.rows.map(({ slug }) => slug));
  }
});

test("a cursor of another order, or a made up one, begins the list anew", async () => {
  const id = "01a2281f-4d2e-768f-91e9-d79ed259fda4";
  const cursors = [
    `1.5~${id}`,
    `99999999999999999999~${id}`,
    `9e999~1~${id}`,
    `5~7~${id}`,
    `none~${id}`,
    "x",
    `1e-99~${id}`,
  ];
  for (const sort of ["relevance", "price", "newest", "rating", "best-selling"] as const)
    for (const after of cursors)
      for (const q of [undefined, "lamp"])
        await expect(shop.list({ sort, after, ...(q && { q }) }), `${sort} ${after}`).resolves.toMatchObject({
          total: MANY,
        });
});

test("a text search turns pages by cursor too, down to the last", async () => {
  const seen: string[] = [];
  for (let page = 1, after: string | null | undefined; after !== null; page++) {
    const found: ListingPage = await shop.list({ q: "lamp", page, ...(after && { after }) });
    seen.push(...found.rows.map(({ productId }) => productId));
    after = found.next;
  }

  expect(seen).toHaveLength(MANY);
  expect(new Set(seen).size).toBe(MANY);
});
