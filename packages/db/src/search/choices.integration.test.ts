import { randomUUID } from "node:crypto";
import { createAttributesService, type AttributeTerms } from "@vitrina/domain/catalog";
import { createAttributesRepository, type CatalogTables } from "@vitrina/db/catalog";
import { createAudit, createTransact, type CoreTables } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { beforeAll, expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const database = testDatabase<CatalogTables & SearchTables & CoreTables>();
const shop = searchShop(database);
const staff = randomUUID();
const attributes = () =>
  createAttributesService({
    attributes: createAttributesRepository(database.db),
    transact: createTransact(database.db, (open) => ({
      attributes: createAttributesRepository(open),
      audit: createAudit(open),
    })),
  });

const GLAZE: AttributeTerms = {
  name: { ru: "Глазурь", en: "Glaze" },
  unit: null,
  type: "choice",
  choices: [
    { code: "half-matt", name: { ru: "Полуматовая", en: "Half matt" } },
    { code: "shiny", name: { ru: "Блестящая", en: "Shiny" } },
    { code: "matt", name: { ru: "Матовая", en: "Matt" } },
  ],
  filterable: null,
};
const SIGNED: AttributeTerms = { ...GLAZE, name: { en: "Signed" }, type: "boolean", choices: [] };
const change = async (code: string, terms: AttributeTerms) => {
  const { version } = await attributes().get(code);
  await attributes().change(staff, { ...terms, code, version });
};
const makeMenus = async () => {
  while ((await shop.search.refreshMenus(50)) > 0);
};
const facetOf = async (code: string, filters: { code: string; keys: string[] }[] = []) =>
  (await shop.list({ withFacets: true, filters })).facets.find((each) => each.code === code);

beforeAll(async () => {
  await attributes().create(staff, { ...GLAZE, code: "glaze" });
  await attributes().create(staff, { ...SIGNED, code: "signed" });
  await shop.put(
    Array.from({ length: 40 }, (_, index) => ({
      externalId: `mug-${index}`,
      name: { en: `Mug ${index}` },
      categoryKeys: ["mugs"],
      attributes: {
        glaze: ["matt", "matt", "shiny", "half-matt"][index % 4] ?? "",
        ...(index < 2 && { signed: index === 0 }),
      },
    })),
  );
});

test("a facet of choices says them by their names, in the order that staff gave them", async () => {
  expect(await facetOf("glaze")).toMatchObject({
    name: GLAZE.name,
    kind: "choice",
    values: [
      { key: "half matt", label: { ru: "Полуматовая", en: "Half matt" }, count: 10 },
      { key: "shiny", label: { ru: "Блестящая" }, count: 10 },
      { key: "matt", label: { ru: "Матовая" }, count: 20 },
    ],
  });
  const [first] = (await shop.list({ q: "Mug 3" })).rows;
  const page = await shop.search.product({ slug: first?.slug ?? "", currency: "RUB" });
  expect(page.attributes).toMatchObject([{ code: "glaze", value: { ru: "Полуматовая", en: "Half matt" } }]);
});

test("a choice that is renamed shows so at once", async () => {
  const [half, ...others] = GLAZE.choices;
  if (!half) throw new Error("no choice");
  await change("glaze", { ...GLAZE, choices: [{ ...half, name: { en: "Silky" } }, ...others] });

  expect((await facetOf("glaze"))?.values[0]?.label).toEqual({ en: "Silky" });

  await change("glaze", GLAZE);
});

test("an attribute that is no filter leaves the lists at once, and a link that chose by it says so", async () => {
  const chosen = [{ code: "glaze", keys: ["matt"] }];
  expect((await shop.list({ filters: chosen })).total).toBe(20);

  await change("glaze", { ...GLAZE, filterable: false });

  expect(await facetOf("glaze")).toBeUndefined();
  const page = await shop.list({ withFacets: true, filters: chosen });
  expect(page).toMatchObject({ total: 40, ignored: chosen });
  await makeMenus();
  expect((await shop.query("select from search.facet_menu where code = 'glaze'")).rowCount).toBe(0);

  await change("glaze", GLAZE);
  await makeMenus();

  expect(await facetOf("glaze", chosen)).toMatchObject({ values: [{ count: 10 }, { count: 10 }, { count: 20 }] });
});

test("an attribute that is always a filter is offered even where few products say it", async () => {
  expect(await facetOf("signed")).toBeUndefined();

  await change("signed", { ...SIGNED, filterable: true });
  await makeMenus();

  expect(await facetOf("signed")).toMatchObject({ values: [{ count: 1 }, { count: 1 }] });
});

test("only the menus of categories where products say the attribute are made anew", async () => {
  await shop.put([{ externalId: "phone", name: { en: "Phone" }, categoryKeys: ["tech"] }]);
  const due = async () =>
    (await shop.query("select category_id from search.menu_due where due")).rows.map((row) => row.category_id).length;
  expect(await due()).toBe(0);

  await change("glaze", { ...GLAZE, filterable: true });

  expect(await due()).toBe(3);
});
