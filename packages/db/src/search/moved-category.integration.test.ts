import { randomUUID } from "node:crypto";
import { createCategoriesService } from "@vitrina/domain/catalog";
import { createCategoriesRepository, type CatalogTables } from "@vitrina/db/catalog";
import { createAudit, createTransact, type CoreTables } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import type { SearchTables } from "./search.tables.ts";
import { searchShop } from "./testing.ts";

const database = testDatabase<CatalogTables & SearchTables & CoreTables>();
const shop = searchShop(database);
const tree = () =>
  createCategoriesService({
    categories: createCategoriesRepository(database.db),
    transact: createTransact(database.db, (open) => ({
      categories: createCategoriesRepository(open),
      audit: createAudit(open),
    })),
    newId: randomUUID,
  });
const found = async (slug: string) => {
  const [category] = (await tree().choices(slug)).filter((one) => one.slug === slug);
  return tree().get(category?.id ?? "");
};

test("a moved subtree shows in the lists it comes into, and no longer in those it left", async () => {
  await shop.put([
    { externalId: "mug", name: { en: "Mug" }, categoryKeys: ["mugs"] },
    { externalId: "phone", name: { en: "Phone" }, categoryKeys: ["tech"] },
  ]);
  const { id, version } = await found("mugs");
  const { id: parentId } = await found("electronics");

  await tree().move(randomUUID(), { id, version, parentId, index: 0 });
  await shop.refresh();

  expect((await shop.slugs({ category: "electronics" })).length).toBe(2);
  expect(await shop.slugs({ category: "kitchen" })).toEqual([]);
  expect((await shop.list({ category: "electronics" })).total).toBe(2);
});

test("a moved subtree is in its new lists at once, however much lies in it, and nothing is counted twice later", async () => {
  await shop.put(
    Array.from({ length: 30 }, (_, index) => ({
      externalId: `jug-${index}`,
      name: { en: `Jug ${index}` },
      categoryKeys: ["mugs"],
      stock: index % 2,
    })),
  );
  const { id, version, parentId: former } = await found("mugs");
  const kitchen = await found("kitchen");
  const to = former === kitchen.id ? (await found("electronics")).id : kitchen.id;
  const counts = async () => ({
    kitchen: (await shop.list({ category: "kitchen", withFacets: true, inStock: true })).total,
    electronics: (await shop.list({ category: "electronics", withFacets: true, inStock: true })).total,
  });
  const before = await counts();

  await tree().move(randomUUID(), { id, version, parentId: to, index: 0 });
  await shop.search.refreshDirty(1);

  const after = await counts();
  expect(Math.abs(after.kitchen - before.kitchen)).toBe(Math.abs(after.electronics - before.electronics));
  expect(Math.abs(after.kitchen - before.kitchen)).toBeGreaterThanOrEqual(15);
  await shop.refresh();
  expect(await counts()).toEqual(after);
  expect(await shop.search.reconcile()).toMatchObject({ wrong: [], strayPostings: 0 });
});

test("putting siblings into another order gives the lists nothing to do, renaming does", async () => {
  await shop.put([{ externalId: "plate", name: { en: "Plate" }, categoryKeys: ["kitchen"] }]);
  const { id, version, parentId, name, slug } = await found("kitchen");
  const waiting = async () => Number((await shop.query("select count(*) from search.dirty")).rows[0].count);

  const moved = await tree().move(randomUUID(), { id, version, parentId, index: 9 });
  expect(await waiting()).toBe(0);

  await tree().change(randomUUID(), { id, version: moved.version, name: { en: `${name.en} things` }, slug });
  expect(await waiting()).toBeGreaterThan(0);
});
