import { msg, plural } from "@lingui/core/macro";
import { expect, test } from "vitest";
import { createI18n } from "#core/i18n.ts";

test("Russian counts things as Russian does", async () => {
  const i18n = await createI18n("ru", "/");
  const products = (count: number) => i18n._(msg`${plural(count, { one: "# product", other: "# products" })}`);

  expect([0, 1, 2, 5, 11, 21, 22, 1.5].map(products)).toEqual([
    "0 товаров",
    "1 товар",
    "2 товара",
    "5 товаров",
    "11 товаров",
    "21 товар",
    "22 товара",
    "1,5 товара",
  ]);
});
