import { expect, test } from "vitest";
import type { BulkProduct } from "./bulk-edit.ts";
import { changed, isAs, restored } from "./bulk-rules.ts";

const KITCHEN = "0190a5a0-0000-7000-8000-000000000001";
const MUGS = "0190a5a0-0000-7000-8000-000000000002";
const product: BulkProduct = {
  status: "draft",
  publishAt: null,
  unpublishAt: "2027-01-01T00:00:00.000Z",
  brand: "Acme",
  featured: false,
  primaryCategoryId: KITCHEN,
  inCategory: false,
  picked: false,
  terms: [
    { variantId: MUGS, sku: "a", amount: 999, compareAt: 1_050 },
    { variantId: KITCHEN, sku: "b", amount: null, compareAt: null },
  ],
};

test("only what differs changes, and what is so already changes nothing", () => {
  expect(changed(product, { kind: "publish", from: null })).toEqual({
    before: { status: "draft", unpublishAt: product.unpublishAt },
    after: { status: "published", unpublishAt: null },
  });
  expect(changed(product, { kind: "brand", brand: "Acme" })).toEqual({ before: {}, after: {} });
});

test("the first category of a product becomes its main one; its main one is not taken away", () => {
  const put = { kind: "category", categoryId: MUGS, act: "put" } as const;
  expect(changed(product, put)).toMatchObject({ after: { inCategory: true } });
  expect(changed({ ...product, primaryCategoryId: null }, put)).toMatchObject({
    after: { inCategory: true, primaryCategoryId: MUGS },
  });
  expect(changed(product, { ...put, act: "primary" })).toMatchObject({ after: { primaryCategoryId: MUGS } });
  expect(changed(product, { ...put, categoryId: KITCHEN, act: "take" })).toEqual({ refused: "main-category" });
});

test("percents are rounded to whole minor units, a former price goes once it is no longer higher", () => {
  const percent = (basisPoints: number) =>
    ({ kind: "price", currency: "RUB", by: { in: "percent", basisPoints }, from: null }) as const;
  const amounts = (basisPoints: number) => {
    const verdict = changed(product, percent(basisPoints));
    return "after" in verdict ? verdict.after.terms?.map(({ amount, compareAt }) => [amount, compareAt]) : verdict;
  };
  expect(amounts(-1_000)).toEqual([
    [899, 1_050],
    [null, null],
  ]);
  expect(amounts(1_000)).toEqual([
    [1_099, null],
    [null, null],
  ]);
  expect(amounts(-9_999)).toEqual({ refused: "price-too-low" });
  expect(amounts(100_000_000_000_000)).toEqual({ refused: "price-too-high" });
});

test("undoing gives back what was, unless one of the fields is another now", () => {
  const edit = { before: { brand: null, featured: true }, after: { brand: "Acme", featured: false } };
  expect(restored(product, edit)).toEqual({ before: edit.after, after: edit.before });
  expect(restored({ ...product, brand: "Other" }, edit)).toEqual({ refused: "changed-since" });
  expect(isAs({ ...product, status: "archived" }, edit.after)).toBe(true);
});
