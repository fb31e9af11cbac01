import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "#core/search-params.ts";
import { chosenFacets } from "#search/facet-params.ts";
import { listingQuery, pagesOf, readListSearch, toggled, withFacet, withoutFilters } from "#search/list-search.ts";

const read = (address: string) => readListSearch(parseSearch(address));

test("an address without wishes asks for the first page in the usual order", () => {
  const search = readListSearch({ sort: "relevance", page: "1", min: "", stock: "0" });

  expect(Object.values(search).filter((value) => value !== undefined)).toEqual([]);
  expect(listingQuery(search, { currency: "RUB", page: 1, category: "mugs" })).toEqual({
    currency: "RUB",
    page: 1,
    category: "mugs",
    withFacets: true,
  });
});

test("prices in the address are whole roubles and kopecks in the question", () => {
  const search = readListSearch({ min: "1000", max: "5000", stock: "1", sort: "price" });

  expect(listingQuery(search, { currency: "RUB", page: 1 })).toMatchObject({
    min: 100_000,
    max: 500_000,
    inStock: true,
  });
});

test("'show more' keeps the earlier pages, a page link shows one", () => {
  expect(pagesOf(readListSearch({ from: "1", page: "3" }))).toEqual([1, 2, 3]);
  expect(pagesOf(readListSearch({ page: "3" }))).toEqual([3]);
  expect(pagesOf(readListSearch({}))).toEqual([1]);
});

test("nobody can ask for hundreds of pages at once", () => {
  expect(pagesOf(readListSearch({ from: "1", page: "400" }))).toEqual([400]);
});

test("one list has one address: keys and values sorted, each value once, defaults and empty ones dropped", () => {
  const typed = read("?sort=relevance&color=red&min=&color=black&stars=9&color=red&stock=1&brand=kora&page=1");

  expect(stringifySearch(typed)).toBe("?brand=kora&color=black&color=red&stock=1");
  expect(stringifySearch(readListSearch(typed))).toBe(stringifySearch(typed));
  expect(listingQuery(typed, { currency: "RUB", page: 1 }).filters).toEqual([
    { code: "brand", keys: ["kora"] },
    { code: "color", keys: ["black", "red"] },
  ]);
});

test.each([
  "color",
  "price",
  "sort",
  "q",
  "page",
  "f.color",
  "utm_source",
  "__proto__",
  "constructor",
  "Вес, кг",
  "42",
])("a facet may be called %s, whatever else the address has under that name", (code) => {
  const address = stringifySearch(withFacet({ sort: "price", q: "mug" }, { code, keys: ["a b", "ё&="] }));

  expect(chosenFacets(read(address))).toEqual([{ code, keys: ["a b", "ё&="] }]);
  expect(read(address)).toMatchObject({ sort: "price", q: "mug" });
});

test("what mail and advertising hang onto an address is no filter", () => {
  expect(stringifySearch(read("?utm_source=mail&yclid=1&gclid=2&f.=x&__proto__=a&__proto__=b&a.b=c"))).toBe("");
});

test("nobody can choose more than the shop counts", () => {
  const many = Array.from({ length: 200 }, (_, index) => `a${index % 20}=${index}`).join("&");
  const chosen = chosenFacets(
    read(
      `?${many}&long=${"x".repeat(101)}&${Array(60)
        .fill(0)
        .map((_, index) => `a0=v${index}`)
        .join("&")}`,
    ),
  );

  expect(chosen).toHaveLength(12);
  expect(Math.max(...chosen.map(({ keys }) => keys.length))).toBe(50);
});

test("a value is put on and taken off again, and either begins the list anew", () => {
  const black = toggled(read("?page=3&from=2&sort=price"), "color", "black");

  expect(stringifySearch(black)).toBe("?color=black&sort=price");
  expect(stringifySearch(toggled(toggled(black, "color", "red"), "color", "black"))).toBe("?color=red&sort=price");
  expect(stringifySearch(withoutFilters({ ...black, q: "mug", min: 10 }))).toBe("?q=mug&sort=price");
});

test("facets are counted once for all the pages that are shown", () => {
  const search = read("?from=2&page=4");

  expect(pagesOf(search).map((page) => listingQuery(search, { currency: "RUB", page }).withFacets)).toEqual([
    true,
    undefined,
    undefined,
  ]);
});
