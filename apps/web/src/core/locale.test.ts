import { expect, test } from "vitest";
import { localeOf, localeRewrite, localizePath, withoutLocale } from "#core/locale.ts";

test("Russian pages have no prefix and English ones live under /en", () => {
  const pages = ["/", "/catalog/mugs?page=2", "/p/mug"];

  expect(pages.map((page) => localizePath("ru", page))).toEqual(pages);
  expect(pages.map((page) => localizePath("en", page))).toEqual(["/en", "/en/catalog/mugs?page=2", "/en/p/mug"]);
});

test("a page whose name merely begins with en is Russian", () => {
  expect(localeOf("/english-books")).toBe("ru");
  expect(withoutLocale("/english-books")).toBe("/english-books");
});

test("what the router takes off, it puts back", () => {
  const { input, output } = localeRewrite("en");
  const addresses = ["/en", "/en/cart", "/en/search?q=mug"].map((path) => new URL(path, "https://shop.test").href);

  expect(addresses.map((href) => output({ url: input({ url: new URL(href) }) }).href)).toEqual(addresses);
});
