import { expect, test } from "vitest";
import { countedQuery } from "./query-log.ts";

const query = (q: string, more: object = {}) => countedQuery({ q, currency: "RUB", page: 1, ...more });

test("a search is counted by its folded words", () => {
  expect(query("  Ёмкая  КРУЖКА! ")).toBe("емкая кружка");
  expect(query("чайник 1.5 л", { withFacets: true, sort: "price" })).toBe("чайник 1 5 л");
});

test.each([
  ["an address", "ivan@example.com", {}],
  ["a telephone", "8 (912) 345-67-89", {}],
  ["a letter's worth of text", "слово ".repeat(20), {}],
  ["nothing but signs", "?!", {}],
  ["a later page", "кружка", { page: 2 }],
  ["a filtered list", "кружка", { inStock: true }],
  ["one category's", "кружка", { category: "mugs" }],
])("%s is not counted", (_, q, more) => {
  expect(query(q, more)).toBeNull();
});
