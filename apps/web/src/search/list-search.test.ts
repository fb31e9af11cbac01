import { expect, test } from "vitest";
import { listingQuery, pagesOf, readListSearch } from "#search/list-search.ts";

test("an address without wishes asks for the first page in the usual order", () => {
  const search = readListSearch({ sort: "relevance", page: "1", min: "", stock: "0" });

  expect(Object.values(search).filter((value) => value !== undefined)).toEqual([]);
  expect(listingQuery(search, { currency: "RUB", page: 1, category: "mugs" })).toEqual({
    currency: "RUB",
    page: 1,
    category: "mugs",
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
