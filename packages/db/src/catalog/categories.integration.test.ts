import { randomUUID } from "node:crypto";
import {
  AddressTaken,
  CategoryCycle,
  CategoryNotEmpty,
  CategoryTooDeep,
  createCategoriesService,
  MOST_LEVELS,
  type PlacedCategory,
} from "@vitrina/domain/catalog";
import { NotFound, StaleVersion } from "@vitrina/domain/core";
import { createAudit, createTransact, type CoreTables } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import type { CatalogTables } from "./catalog.tables.ts";
import { createCategoriesRepository } from "./categories.repository.ts";

const database = testDatabase<CatalogTables & CoreTables>({ max: 20 });
const KEEPER = randomUUID();
const tree = () =>
  createCategoriesService({
    categories: createCategoriesRepository(database.db),
    transact: createTransact(database.db, (open) => ({
      categories: createCategoriesRepository(open),
      audit: createAudit(open),
    })),
    newId: randomUUID,
  });
const add = (name: string, parentId: string | null = null) =>
  tree().create(KEEPER, { parentId, name: { en: `${name} ${randomUUID().slice(0, 8)}` } });
const move = async ({ id }: { id: string }, parentId: string | null, index = 0) => {
  const { version } = await tree().get(id);
  return tree().move(KEEPER, { id, version, parentId, index });
};
const below = async (parentId: string | null) => (await tree().list({ parentId })).rows.map(({ id }) => id);
const wayTo = async ({ id }: { id: string }) => (await tree().get(id)).path.map((step) => step.id);
const trail = async ({ id }: Pick<PlacedCategory, "id">) =>
  database.db
    .selectFrom("core.audit")
    .select(["action", "actorId", "before", "after"])
    .where("subjectId", "=", id)
    .orderBy("id")
    .execute();
/** Every row's ancestors as its parents tell them, to be equal with what is kept. */
const faultyAncestors = async () => {
  const { rows } = await database.pool.query(`
    with recursive way as (
      select id, array[id] as ids from catalog.category where parent_id is null
      union all select child.id, way.ids || child.id from way join catalog.category as child on child.parent_id = way.id
    )
    select category.slug from catalog.category left join way using (id) where ancestor_ids is distinct from way.ids`);
  return rows;
};

test("a new category stands last, and its address is made of its name, another one when that is taken", async () => {
  const parent = await add("Kitchen");
  const [first, second] = [
    await tree().create(KEEPER, { parentId: parent.id, name: { ru: "Кружки и чашки" } }),
    await tree().create(KEEPER, { parentId: parent.id, name: { ru: "Кружки и чашки", en: "Mugs" } }),
  ];

  expect([first.slug, second.slug]).toEqual(["kruzhki-i-chashki", "kruzhki-i-chashki-2"]);
  expect(await below(parent.id)).toEqual([first.id, second.id]);
  expect(await wayTo(second)).toEqual([parent.id]);
});

test("a subtree moves with all below it, by one statement, and every way to it is right", async () => {
  const [from, to] = [await add("From"), await add("To")];
  const moved = await add("Moved", from.id);
  const child = await add("Child", moved.id);
  const grandchild = await add("Grandchild", child.id);

  await move(moved, to.id);

  expect(await wayTo(grandchild)).toEqual([to.id, moved.id, child.id]);
  expect(await below(from.id)).toEqual([]);
  expect(await faultyAncestors()).toEqual([]);
});

test("a category cannot come to lie within itself", async () => {
  const root = await add("Root");
  const child = await add("Child", root.id);

  await expect(move(root, child.id)).rejects.toBeInstanceOf(CategoryCycle);
  await expect(move(root, root.id)).rejects.toBeInstanceOf(CategoryCycle);
});

test("two people who move two categories into each other at once make no circle", async () => {
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await add("One"), await add("Other")];

    const outcomes = await Promise.allSettled([move(one, other.id), move(other, one.id)]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  }
  expect(await faultyAncestors()).toEqual([]);
});

test("siblings keep the order they are put into", async () => {
  const parent = await add("Parent");
  const [a, b, c] = [await add("A", parent.id), await add("B", parent.id), await add("C", parent.id)];

  await move(c, parent.id, 0);
  await move(a, parent.id, 99);

  expect(await below(parent.id)).toEqual([c.id, b.id, a.id]);
});

test("only what is empty can be deleted", async () => {
  const parent = await add("Parent");
  const child = await add("Child", parent.id);
  const productId = randomUUID();
  await database.pool.query(
    `insert into catalog.product (id, slug, source, external_id, name, primary_category_id, created_at, updated_at)
     values ($1, $3, 'test', $3, '{"en": "A draft"}', $2, now(), now())`,
    [productId, child.id, `draft-${productId}`],
  );

  await expect(tree().remove(KEEPER, parent)).rejects.toMatchObject({ details: { children: 1, hasProducts: false } });
  await expect(tree().remove(KEEPER, child)).rejects.toBeInstanceOf(CategoryNotEmpty);
  await database.pool.query("delete from catalog.product where id = $1", [productId]);
  await tree().remove(KEEPER, child);
  await tree().remove(KEEPER, parent);

  await expect(tree().get(child.id)).rejects.toBeInstanceOf(NotFound);
});

test("a former address leads to the present one, however often it changes, until somebody else takes it", async () => {
  const mugs = await add("Mugs");
  const rename = async (slug: string) => {
    const { id, version, name } = await tree().get(mugs.id);
    await tree().change(KEEPER, { id, version, name: { en: name.en ?? "" }, slug });
  };
  const [second, third] = [`cups-${randomUUID()}`, `beakers-${randomUUID()}`];

  await rename(second);
  await rename(third);

  expect(await tree().movedTo("category", mugs.slug)).toEqual({ slug: third });
  expect(await tree().movedTo("category", second)).toEqual({ slug: third });

  await tree().create(KEEPER, { parentId: null, name: { en: "Newcomer" }, slug: second });
  await expect(tree().movedTo("category", second)).rejects.toBeInstanceOf(NotFound);
});

test("an address belongs to one category", async () => {
  const [one, other] = [await add("One"), await add("Other")];
  const { id, version } = other;

  const taking = tree().change(KEEPER, { id, version, name: { en: "Other" }, slug: one.slug });

  await expect(taking).rejects.toBeInstanceOf(AddressTaken);
});

test("who has an old copy on the screen overwrites nothing", async () => {
  const { id, version, slug } = await add("Shelf");
  await tree().change(KEEPER, { id, version, name: { en: "Mine" }, slug });

  const late = tree().change(KEEPER, { id, version, name: { en: "Theirs" }, slug });

  await expect(late).rejects.toBeInstanceOf(StaleVersion);
  expect((await tree().get(id)).name).toEqual({ en: "Mine" });
});

test("the tree has a bottom, for whole subtrees too", async () => {
  const chain: PlacedCategory[] = [];
  for (let level = 0; level < MOST_LEVELS; level++) chain.push(await add(`Level ${level}`, chain.at(-1)?.id));
  const pair = await add("Pair");
  await add("Pair's child", pair.id);

  await expect(add("Too deep", chain.at(-1)?.id)).rejects.toBeInstanceOf(CategoryTooDeep);
  await expect(move(pair, chain.at(-2)?.id ?? null)).rejects.toBeInstanceOf(CategoryTooDeep);
});

test("long shelves come page by page in their order, and are found by the beginning of a word", async () => {
  const parent = await add("Long");
  const made: string[] = [];
  for (let number = 0; number < 60; number++) made.push((await add(`Zanzibar ${number}`, parent.id)).id);

  const first = await tree().list({ parentId: parent.id });
  const second = await tree().list({ parentId: parent.id, cursor: first.nextCursor ?? "" });
  const choices = await tree().choices("zanz");

  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(made);
  expect(second.nextCursor).toBeNull();
  expect(choices).toHaveLength(20);
  expect(choices[0]?.path.map(({ en }) => en?.split(" ")[0])).toEqual(["Long", "Zanzibar"]);
});

test("what was done to a category is written down: who, what, before and after", async () => {
  const category = await add("Audited");
  const { id, version } = category;
  const changed = await tree().change(KEEPER, { id, version, name: { en: "Renamed" }, slug: category.slug });
  await tree().remove(KEEPER, changed);

  expect(await trail(category)).toMatchObject([
    { action: "catalog.category-created", actorId: KEEPER, after: { slug: category.slug } },
    { action: "catalog.category-changed", before: { name: category.name }, after: { name: { en: "Renamed" } } },
    { action: "catalog.category-removed", before: { slug: category.slug } },
  ]);
});
