import { expect, test } from "vitest";
import { mapImportRow, type MappedRow } from "./import-row.ts";

const aRow = (changes: object = {}) => ({
  externalId: "3920564",
  sku: "006R90321",
  name: "Xerox 006R90321 toner",
  brand: "Xerox",
  description: "Black toner",
  categoryPath: ["Printing", "Supplies", "Toner"],
  attributes: { colour: "Black", yield: 5000, original: true },
  price: "49.95",
  currency: "USD",
  imageUrl: "http://images.example/1.jpg",
  gtins: ["0095205603217"],
  releasedAt: "2006-07-01T00:00:00Z",
  ...changes,
});

function mapped(changes: object = {}): MappedRow {
  const row = mapImportRow("icecat", aRow(changes));
  if ("faults" in row) throw new Error(JSON.stringify(row.faults));
  return row;
}
const faultsOf = (changes: object) => {
  const row = mapImportRow("icecat", aRow(changes));
  return "faults" in row ? row.faults : [];
};

test("a row becomes a published product with one variant that can be sold", () => {
  const { product, price, categories, notices } = mapped();

  expect(product).toMatchObject({
    externalId: "3920564",
    slug: "xerox-006r90321-toner-3920564",
    name: { en: "Xerox 006R90321 toner" },
    brand: "Xerox",
    model: "006R90321",
    variants: [{ sku: "icecat-3920564", gtins: ["0095205603217"], picture: 0 }],
    pictures: [{ kind: "remote", location: "http://images.example/1.jpg" }],
    releasedAt: new Date("2006-07-01T00:00:00Z"),
  });
  expect(price).toEqual({ currency: "USD", amount: 4995, compareAt: null });
  expect(product.categoryKeys).toEqual(['["Printing","Supplies","Toner"]']);
  expect(categories.map(({ key }) => key)).toEqual([
    '["Printing"]',
    '["Printing","Supplies"]',
    '["Printing","Supplies","Toner"]',
  ]);
  expect(notices).toEqual([]);
});

test.each([
  ["0.95", 95],
  ["43519.95", 4_351_995],
  ["8", 800],
  ["8.5", 850],
  ["8.500", 850],
])("the price %s is exact", (price, amount) => {
  expect(mapped({ price }).price?.amount).toBe(amount);
});

test("a sale price below the price makes the price the former one", () => {
  expect(mapped({ price: "30.00", salePrice: "24.00" }).price).toMatchObject({ amount: 2400, compareAt: 3000 });
  expect(mapped({ price: "30.00", salePrice: "30.00" }).price).toMatchObject({ amount: 3000, compareAt: null });
});

test("a row without a price is taken, only it is not for sale", () => {
  expect(mapped({ price: null, currency: null }).price).toBeNull();
});

test.each([
  [{ price: "1,50" }, "price"],
  [{ price: "-1.00" }, "price"],
  [{ price: "1e3" }, "price"],
  [{ price: "0.005" }, "price"],
  [{ price: 12.5 }, "price"],
  [{ currency: "GBP" }, "currency"],
  [{ currency: null }, "currency"],
  [{ name: " <br> " }, "name"],
  [{ name: null }, "name"],
  [{ externalId: "" }, "externalId"],
  [{ brand: "b".repeat(201) }, "brand"],
  [{ attributes: { nested: { a: 1 } } }, "attributes.nested"],
])("a row with %j is rejected because of its %s", (changes, field) => {
  expect(faultsOf(changes).map((fault) => fault.field)).toEqual([field]);
});

test("a rejected row names all its faults at once", () => {
  expect(faultsOf({ name: "", price: "cheap" }).map(({ field }) => field)).toEqual(["name", "price"]);
});

test("parts that cannot be used are left out and named", () => {
  const { product, notices } = mapped({
    imageUrl: "javascript:alert(1)",
    gtins: ["123", "0095205603217"],
    releasedAt: "soon",
  });

  expect(product).toMatchObject({
    pictures: [],
    releasedAt: null,
    variants: [{ gtins: ["0095205603217"], picture: null }],
  });
  expect(notices.map(({ field }) => field).toSorted()).toEqual(["gtins", "imageUrl", "releasedAt"]);
});

test("attributes keep their kind, and a Python list becomes a list", () => {
  const { product, attributes } = mapped({
    attributes: {
      colour: " Black\u0001 ",
      weight: 1.5,
      wireless: false,
      gone: null,
      ingredients: "['Water, Aqua', 'Zinc &amp; Co']",
      op_temp__t_t_: "0 - 40",
    },
  });

  expect(product.attributes).toEqual({
    colour: "Black",
    weight: 1.5,
    wireless: false,
    ingredients: ["Water, Aqua", "Zinc & Co"],
    op_temp__t_t_: "0 - 40",
  });
  expect(attributes).toContainEqual({
    code: "op_temp__t_t_",
    name: { en: "Op temp t t" },
    unit: null,
    type: "text",
    position: 1000,
  });
});

test("the same name under two parents is two categories", () => {
  const hair = mapped({ categoryPath: ["Hair", "Mini Size"] }).product.categoryKeys;
  const makeup = mapped({ categoryPath: ["Makeup", "Mini Size"] }).product.categoryKeys;

  expect(hair).not.toEqual(makeup);
});

test("names with slashes and commas stay one category", () => {
  expect(mapped({ categoryPath: ["TV, Audio / Video", "Cables & more"] }).categories.map(({ slug }) => slug)).toEqual([
    "tv-audio-video",
    "cables-more",
  ]);
});
