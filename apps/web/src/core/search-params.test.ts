import { expect, test } from "vitest";
import { parseSearch, stringifySearch, textOf, wholeOf } from "#core/search-params.ts";

test("a query that looks like a number stays what the shopper typed", () => {
  expect(textOf(parseSearch("?q=0042"), "q")).toBe("0042");
  expect(stringifySearch({ q: "0042" })).toBe("?q=0042");
});

test("empty fields of a form are dropped and keys are sorted", () => {
  expect(stringifySearch(parseSearch("?sort=price&min=&color=red&color=blue"))).toBe(
    "?color=red&color=blue&sort=price",
  );
});

test("a page that is no page is ignored", () => {
  const pages = ["?page=2", "?page=0", "?page=-1", "?page=abc", "?page=1e3", "?page=401"];

  expect(pages.map((search) => wholeOf(parseSearch(search), "page", [1, 400]))).toEqual([
    2,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
