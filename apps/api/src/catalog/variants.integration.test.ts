import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { aSellable, aVariant, COLOUR } from "./testing-catalog.ts";

const shop = testShop();
let staff: Caller;
beforeEach(async () => {
  staff = await shop.signedIn("staff");
});

const SIZE = {
  code: "size",
  name: { ru: "Размер", en: "Size" },
  values: ["s", "m", "l"].map((code) => ({ code, name: { en: code.toUpperCase() }, swatch: null })),
};
const aDraft = () => staff.catalog.products.create({ name: { en: `Shirt ${randomUUID()}` }, typeId: null });
type Sheet = Awaited<ReturnType<typeof aDraft>>;
const seen = ({ id, version }: Sheet) => ({ id, version });
const products = () => staff.catalog.products;
async function shirts() {
  const withOptions = await products().setOptions({ ...seen(await aDraft()), options: [COLOUR, SIZE] });
  return products().generateVariants(seen(withOptions));
}

test("a matrix has a variant for each combination, and generating again adds what is missing", async () => {
  const sheet = await shirts();
  expect(sheet.variants).toHaveLength(6);
  expect(sheet.variants[0]).toMatchObject({ sku: `${sheet.slug}-red-s`, optionValues: { color: "red", size: "s" } });

  const green = { code: "green", name: { en: "Green" }, swatch: "#0f0" };
  const wider = await products().setOptions({
    ...seen(sheet),
    options: [{ ...COLOUR, values: [...COLOUR.values, green] }, SIZE],
  });
  const full = await products().generateVariants(seen(wider));

  expect(full.variants.map(({ id }) => id).slice(0, 6)).toEqual(sheet.variants.map(({ id }) => id));
  expect(full.variants.slice(6).map(({ optionValues }) => optionValues["color"])).toEqual(["green", "green", "green"]);
});

test("a product without options gets one variant", async () => {
  const { slug, variants } = await products().generateVariants(seen(await aDraft()));

  expect(variants).toMatchObject([{ sku: slug, optionValues: {} }]);
});

test("more than 2,000 variants are refused before any is made", async () => {
  const values = Array.from({ length: 50 }, (_, index) => ({
    code: `v${index}`,
    name: { en: `${index}` },
    swatch: null,
  }));
  const options = [
    { code: "a", name: { en: "A" }, values },
    { code: "b", name: { en: "B" }, values },
  ];
  const sheet = await products().setOptions({ ...seen(await aDraft()), options });

  await expect(products().generateVariants(seen(sheet))).rejects.toMatchObject({
    message: "catalog.variant-limit-reached",
    cause: { details: { limit: 2000, wanted: 2500 } },
  });
});

test("a combination that exists, and one that the options do not have, are refused", async () => {
  const sheet = await shirts();
  const save = (optionValues: Record<string, string>) =>
    products().saveVariants({ ...seen(sheet), variants: [aVariant(optionValues)] });

  await expect(save({ color: "red", size: "s" })).rejects.toMatchObject({ message: "catalog.combination-exists" });
  await expect(save({ color: "red" })).rejects.toMatchObject({ message: "catalog.invalid-combination" });
  await expect(save({ color: "red", size: "xxl" })).rejects.toMatchObject({ message: "catalog.invalid-combination" });
});

test("a SKU of another product is refused with its name, and so is one that is given twice", async () => {
  const { sku: taken } = (await aSellable(shop)).variants[0] ?? { sku: "" };
  const sheet = await shirts();
  const [first, second] = sheet.variants;
  if (!first || !second) throw new Error("no variants");
  const save = (skus: string[]) =>
    products().saveVariants({
      ...seen(sheet),
      variants: [first, second].map((variant, index) => ({ ...variant, sku: skus[index] ?? variant.sku })),
    });

  await expect(save([taken])).rejects.toMatchObject({
    message: "catalog.sku-taken",
    cause: { details: { skus: [taken] } },
  });
  await expect(save(["same", "same"])).rejects.toMatchObject({ cause: { details: { skus: ["same"] } } });
});

test("two variants exchange their SKUs, and a barcode is kept", async () => {
  const sheet = await shirts();
  const [first, second] = sheet.variants;
  if (!first || !second) throw new Error("no variants");

  const saved = await products().saveVariants({
    ...seen(sheet),
    variants: [
      { ...first, sku: second.sku, gtins: ["4006381333931"] },
      { ...second, sku: first.sku },
    ],
  });

  expect(saved.variants.slice(0, 2)).toMatchObject([
    { id: first.id, sku: second.sku, gtins: ["4006381333931"] },
    { id: second.id, sku: first.sku },
  ]);
});

test("a value that variants have is not taken away; without the option they would be alike", async () => {
  const sheet = await shirts();
  const [red] = COLOUR.values;
  const setOptions = (options: Parameters<ReturnType<typeof products>["setOptions"]>[0]["options"]) =>
    products().setOptions({ ...seen(sheet), options });

  await expect(setOptions([{ ...COLOUR, values: red ? [red] : [] }, SIZE])).rejects.toMatchObject({
    message: "catalog.option-in-use",
    cause: { details: { option: "color", value: "blue", variants: 3 } },
  });
  await expect(setOptions([SIZE])).rejects.toMatchObject({ message: "catalog.combination-exists" });
  await expect(setOptions([SIZE, SIZE])).rejects.toMatchObject({ message: "catalog.option-code-twice" });
});

test("a variant that is archived is sold no more and comes back with its SKU", async () => {
  const sheet = await shirts();
  const [first] = sheet.variants;
  if (!first) throw new Error("no variants");

  const fewer = await products().archiveVariants({ ...seen(sheet), ids: [first.id] });
  expect(fewer.variants.map(({ id }) => id)).not.toContain(first.id);
  const again = await products().generateVariants(seen(fewer));

  expect(again.variants).toHaveLength(6);
  expect(again.variants.find(({ id }) => id === first.id)).toMatchObject({ sku: first.sku });
});

test("of two people who edit the variants at once one is told, and nothing of the other is lost", async () => {
  const sheet = await shirts();
  const edit = () => products().saveVariants({ ...seen(sheet), variants: [{ ...first(sheet), sku: randomUUID() }] });

  const outcomes = await Promise.allSettled([edit(), edit()]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

const first = ({ variants: [variant] }: Sheet) => {
  if (!variant) throw new Error("no variants");
  return variant;
};

test("what became of variants is written down by SKU", async () => {
  const sheet = await shirts();
  const variant = first(sheet);
  await products().saveVariants({ ...seen(sheet), variants: [{ ...variant, gtins: ["4006381333931"] }] });

  const admin = await shop.signedIn("admin");
  const { events } = await admin.core.audit.list({ subjectKind: "product", subjectId: sheet.id });

  expect(events.map(({ action }) => action)).toEqual([
    "catalog.variants-changed",
    "catalog.variants-added",
    "catalog.options-changed",
    "catalog.product-created",
  ]);
  expect(events[0]?.after).toMatchObject({ [`variant ${variant.sku}`]: { gtins: ["4006381333931"] } });
  expect(events[1]?.after).toMatchObject({ count: 6 });
});
