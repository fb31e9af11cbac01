import { expect, test } from "vitest";
import { guessColumns } from "./table-columns.ts";
import { attributeCodes } from "./table-attributes.ts";
import { mergeRows } from "./table-merge.ts";

test("headers of common spreadsheets are understood, in both languages, and the rest is left for a person to say", () => {
  const headers = [
    "Артикул",
    " Название ",
    "Price",
    "Цена",
    "QTY",
    "Штрих-код",
    "attribute.colour",
    "Поставщик",
    "sku",
  ];

  const columns = guessColumns(headers);

  expect(columns).toEqual([
    "sku",
    "name_ru",
    "price_usd",
    "price_rub",
    "stock",
    "gtins",
    "attribute.colour",
    null,
    null,
  ]);
});

test("a column named after the prototype of objects is no column", () => {
  expect(guessColumns(["attribute.__proto__", "constructor", "option.size"])).toEqual([null, null, "option.size"]);
});

test("a product of two thousand variants is merged, and one more is refused", () => {
  const rows = Array.from({ length: 2_001 }, (_, number) => ({
    number,
    source: "shop",
    cells: { product: "big", sku: `big-${number}`, name_en: "Big", "option.size": String(number) },
  }));
  let ids = 0;
  const known = { products: [], terms: new Map(), categoryIds: new Map(), attributes: new Map() };

  const { products, faults } = mergeRows(rows, { ...known, newId: () => String(ids++) });

  expect(products[0]?.after.variants).toHaveLength(2_000);
  expect(faults).toMatchObject([{ row: 2_000, field: "sku", reason: "out-of-range" }]);
});

test("a column that names no attribute asks the shop for none", () => {
  expect(attributeCodes({ "attribute.a\0b": "1", "attribute.": "1", "attribute.colour": "1" })).toEqual(["colour"]);
});

test("a product says three hundred attributes, and one more is refused", () => {
  const told = (amount: number) =>
    Object.fromEntries(Array.from({ length: amount }, (_, index) => [`a${index}`, index]));
  const rows = [300, 301].map((amount, number) => ({
    number,
    source: "shop",
    cells: { product: `p${amount}`, sku: `p${amount}`, name_en: "P", attributes: JSON.stringify(told(amount)) },
  }));
  const oneByOne = {
    number: 2,
    source: "shop",
    cells: { ...rows[0]?.cells, product: "more", sku: "more", "attribute.more": "1" },
  };
  let ids = 0;
  const known = { products: [], terms: new Map(), categoryIds: new Map(), attributes: new Map() };

  const { faults } = mergeRows([...rows, oneByOne], { ...known, newId: () => String(ids++) });

  expect(faults).toMatchObject([
    { row: 1, field: "attributes", reason: "out-of-range" },
    { row: 2, field: "attribute.more", reason: "out-of-range" },
  ]);
});
