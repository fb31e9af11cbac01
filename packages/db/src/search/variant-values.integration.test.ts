import { randomUUID } from "node:crypto";
import type { CatalogTables } from "@vitrina/db/catalog";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const shop = searchShop(testDatabase<CatalogTables & SearchTables>());

const GLAZES = [
  { code: "half-matt", name: { ru: "Полуматовая", en: "Half matt" } },
  { code: "shiny", name: { ru: "Блестящая", en: "Shiny" } },
];
const variant = (size: string, mug: number) => ({
  sku: `mug-${mug}-${size}`,
  optionValues: { size },
  gtins: [],
  picture: null,
});
/** Whatever the variants of a size say, in every product or one of them. */
const say = (size: string, attributes: object, of = "%") =>
  shop.query("update catalog.variant set attributes = $2 where option_values ->> 'size' = $1 and sku like $3", [
    size,
    JSON.stringify(attributes),
    `mug-${of}-%`,
  ]);
const countsOf = async (code: string) => {
  const { facets } = await shop.list({ withFacets: true });
  const values = facets.find((facet) => facet.code === code)?.values ?? [];
  return Object.fromEntries(values.map(({ key, count }) => [key, count]));
};

beforeAll(async () => {
  await shop.query(
    `insert into catalog.attribute (code, name, unit, type, choices, position) values
      ('weight', '{"en":"Weight"}', '{"en":"g"}', 'number', '[]', 500), ('glaze', '{"en":"Glaze"}', null, 'choice', $1, 500)`,
    [JSON.stringify(GLAZES)],
  );
  const name = (en: string) => ({ en });
  const sizes = ["s", "l"].map((code) => ({ code, name: name(code.toUpperCase()), swatch: null }));
  await shop.put(
    Array.from({ length: 20 }, (_, mug) => ({
      externalId: `mug-${mug}`,
      name: name(`Mug ${mug}`),
      categoryKeys: ["mugs"],
      attributes: { care: "By hand" },
      options: [{ code: "size", name: name("Size"), values: sizes }],
      variants: ["s", "l"].map((size) => variant(size, mug)),
    })),
  );
  await say("s", { weight: 250, glaze: "shiny" });
  await say("s", { weight: 300, glaze: "half-matt" }, "1_");
  await say("l", { weight: 400, glaze: "half-matt" });
  await shop.refresh();
});

test("what variants say stands in facets: a product is found by each of its variants' values", async () => {
  expect(await countsOf("weight")).toEqual({ "250": 10, "300": 10, "400": 20 });
  expect(await countsOf("glaze")).toEqual({ shiny: 10, "half matt": 20 });
  expect((await shop.list({ filters: [{ code: "weight", keys: ["400"] }] })).total).toBe(20);
});

test("a value that a variant changes or takes away leaves the facet with the next refresh, and an archived variant says nothing", async () => {
  await say("l", { weight: 450, glaze: "half-matt" }, "0");
  await say("l", {}, "1");
  await shop.query("update catalog.variant set archived_at = now() where sku = 'mug-2-l'");
  await shop.refresh();

  expect(await countsOf("weight")).toEqual({ "250": 10, "300": 10, "400": 17, "450": 1 });
  expect(await countsOf("glaze")).toEqual({ shiny: 10, "half matt": 18 });
  expect(await shop.search.reconcile()).toEqual({ checked: 20, wrong: [], strayPostings: 0 });

  await say("l", { weight: 400, glaze: "half-matt" });
  await shop.query("update catalog.variant set archived_at = null where sku = 'mug-2-l'");
  await shop.refresh();
});

test("the product's page says what each variant says, in the order of the type, with choices by their names", async () => {
  const typeId = randomUUID();
  await shop.query("insert into catalog.product_type (id, code, name) values ($1, 'cups', '{\"en\":\"Cups\"}')", [
    typeId,
  ]);
  await shop.query(
    `insert into catalog.product_type_attribute (type_id, attribute_code, position, required, per_variant)
     values ($1, 'glaze', 0, true, true), ($1, 'weight', 1, true, true)`,
    [typeId],
  );
  await shop.query("update catalog.product set type_id = $1 where external_id = 'mug-3'", [typeId]);
  await say("l", { weight: 400 }, "3");

  const page = await shop.search.product({ slug: "mug-3-mug-3", currency: "RUB" });

  const { attributes, variantAttributes, variants } = page;
  expect(attributes.map(({ code, value }) => [code, value])).toEqual([["care", "By hand"]]);
  expect(variantAttributes).toMatchObject([
    { code: "glaze", place: 0 },
    { code: "weight", place: 1, name: { en: "Weight" }, unit: { en: "g" } },
  ]);
  expect(variants.map((each) => each.attributes)).toEqual([
    { weight: 250, glaze: { ru: "Блестящая", en: "Shiny" } },
    { weight: 400 },
  ]);
});
