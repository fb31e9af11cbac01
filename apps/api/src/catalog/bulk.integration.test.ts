import { randomUUID } from "node:crypto";
import type { BulkChange } from "@vitrina/domain/catalog";
import { sql } from "kysely";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { createLog } from "#core/log.ts";
import { type Caller, testShop } from "#testing.ts";
import { openForOrders } from "#testing-goods.ts";
import { aSellable } from "./testing-catalog.ts";

const shop = testShop();
const HOUR = 3_600_000;
let staff: Caller;
beforeAll(() => openForOrders(shop));
beforeEach(async () => {
  staff = await shop.signedIn("staff");
});

const several = (count: number) => Promise.all(Array.from({ length: count }, () => aSellable(shop)));
const idsOf = (products: { id: string }[]) => products.map(({ id }) => id);
const check = (change: BulkChange, ids: string[]) => staff.catalog.bulk.check({ change, selection: { ids } });
const named = ({ id, version }: { id: string; version: number }) => ({ id, version });
const run = async (change: BulkChange, ids: string[]) => staff.catalog.bulk.start(named(await check(change, ids)));
const rows = async ({ id }: { id: string }, ...outcomes: ("ready" | "refused" | "changed" | "kept" | "restored")[]) =>
  (await staff.catalog.bulk.rows({ id, outcomes })).rows;
const work = async () => {
  while ((await shop.services.bulkJobs.runNext(new AbortController().signal, createLog("silent"))) > 0);
};
const trailOf = async (subjectId: string) =>
  (await (await shop.signedIn("admin")).core.audit.list({ subjectId })).events.map(({ action, before, after }) => ({
    action,
    before,
    after,
  }));
const later = (hours: number) => new Date(shop.clock.now().getTime() + hours * HOUR).toISOString();

test("a change is tried first and says of each product what it would be; then it is done, told of each, and undone", async () => {
  const [first, second] = await several(2);
  const ids = idsOf([first!, second!]);
  const tried = await check({ kind: "brand", brand: "Гжель" }, ids);

  expect(tried).toMatchObject({ state: "checked", products: 2, counts: { ready: 2 } });
  expect((await rows(tried, "ready"))[0]).toMatchObject({ before: { brand: null }, after: { brand: "Гжель" } });
  expect((await staff.catalog.products.get({ id: first!.id })).brand).toBeNull();

  const done = await staff.catalog.bulk.start(named(tried));
  expect(done).toMatchObject({ state: "done", counts: { changed: 2, ready: 0 } });
  expect(await staff.catalog.products.get({ id: first!.id })).toMatchObject({
    brand: "Гжель",
    version: first!.version + 1,
  });
  expect(await trailOf(first!.id)).toContainEqual({
    action: "catalog.product-changed",
    before: { brand: null },
    after: { brand: "Гжель" },
  });

  expect(await staff.catalog.bulk.undo(named(done))).toMatchObject({ state: "undone", counts: { restored: 2 } });
  expect((await staff.catalog.products.get({ id: second!.id })).brand).toBeNull();
});

test("what lacks something to be sold is not published, and the preview says what it lacks", async () => {
  const good = await aSellable(shop);
  const draft = await staff.catalog.products.create({ name: { en: `Cup ${randomUUID()}` }, typeId: null });
  await staff.catalog.products.unpublish({ id: good.id, version: good.version });
  const tried = await check({ kind: "publish", from: null }, [good.id, draft.id]);

  expect(tried.counts).toMatchObject({ ready: 1, refused: 1 });
  const [refused] = await rows(tried, "refused");
  expect(refused).toMatchObject({ productId: draft.id, reason: "not-publishable" });
  expect(refused?.blockers.map(({ kind }) => kind)).toEqual(["text", "variant", "media"]);

  expect(await staff.catalog.bulk.start(named(tried))).toMatchObject({ counts: { changed: 1, refused: 1 } });
  expect(await staff.catalog.products.get({ id: good.id })).toMatchObject({ status: "published", visible: true });
  expect(await staff.catalog.products.get({ id: draft.id })).toMatchObject({ status: "draft" });
});

test("publishing for later and archiving go by the clock and back by undoing", async () => {
  const product = await aSellable(shop);
  const from = later(5);
  const planned = await run({ kind: "publish", from }, [product.id]);
  expect(await staff.catalog.products.get({ id: product.id })).toMatchObject({ publishAt: from, visible: false });
  await staff.catalog.bulk.undo(named(planned));
  expect(await staff.catalog.products.get({ id: product.id })).toMatchObject({ publishAt: null, visible: true });

  const archived = await run({ kind: "archive" }, [product.id]);
  expect((await staff.catalog.products.get({ id: product.id })).status).toBe("archived");
  expect(await trailOf(product.id)).toContainEqual(expect.objectContaining({ action: "catalog.product-archived" }));
  await staff.catalog.bulk.undo(named(archived));
  expect((await staff.catalog.products.get({ id: product.id })).status).toBe("published");
});

test("what somebody changed between looking and doing is left alone, and so is what they changed before undoing", async () => {
  const [first, second] = await several(2);
  const ids = idsOf([first!, second!]);
  const rename = async (id: string, brand: string) => {
    const { version } = await staff.catalog.products.get({ id });
    await staff.catalog.bulk.start(named(await check({ kind: "brand", brand }, [id])));
    expect((await staff.catalog.products.get({ id })).version).toBe(version + 1);
  };
  const tried = await check({ kind: "brand", brand: "Гжель" }, ids);
  await rename(first!.id, "Хохлома");
  const done = await staff.catalog.bulk.start(named(tried));

  expect(done.counts).toMatchObject({ changed: 1, refused: 1 });
  expect(await rows(done, "refused")).toMatchObject([{ productId: first!.id, reason: "changed-since" }]);
  expect((await staff.catalog.products.get({ id: first!.id })).brand).toBe("Хохлома");

  await rename(second!.id, "Палех");
  const undone = await staff.catalog.bulk.undo(named(done));
  expect(undone.counts).toMatchObject({ kept: 1, restored: 0 });
  expect(await rows(undone, "kept")).toMatchObject([{ productId: second!.id, reason: "changed-since" }]);
  expect((await staff.catalog.products.get({ id: second!.id })).brand).toBe("Палех");
});

test("an old copy of an edit, and an edit that is done, are not done again", async () => {
  const tried = await check({ kind: "featured", featured: true }, [(await aSellable(shop)).id]);
  const done = await staff.catalog.bulk.start(named(tried));
  await expect(staff.catalog.bulk.start(named(tried))).rejects.toMatchObject({ message: "core.stale-version" });
  await expect(staff.catalog.bulk.start(named(done))).rejects.toMatchObject({ message: "catalog.bulk-not-ready" });
});

test("of two who start the same change at one time one does it, and it is done once", async () => {
  const product = await aSellable(shop);
  const tried = await check(down(10), [product.id]);
  const colleague = await shop.signedIn("staff");
  const outcomes = await Promise.allSettled([staff, colleague].map((each) => each.catalog.bulk.start(named(tried))));

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await priceOf(product)).toBe(90_000);
});

test("products are put into categories and collections and taken out; the main category stays until there is another", async () => {
  const product = await aSellable(shop);
  const shelf = await staff.catalog.tree.create({ parentId: null, name: { en: `Shelf ${randomUUID()}` } });
  const gifts = { name: { en: `Gifts ${randomUUID()}` }, description: {}, rule: null, visible: true };
  const collection = await staff.catalog.collections.create(gifts);
  const categories = async () =>
    (await shop.services.catalog.statesOf([product.id]))[0]?.categories.map(({ id }) => id) ?? [];

  const placed = await run({ kind: "category", categoryId: shelf.id, act: "put" }, [product.id]);
  expect(placed).toMatchObject({ counts: { changed: 1 }, target: shelf.name });
  expect(await categories()).toEqual([shelf.id]);
  const out = await check({ kind: "category", categoryId: shelf.id, act: "take" }, [product.id]);
  expect(await rows(out, "refused")).toMatchObject([{ reason: "main-category" }]);
  await staff.catalog.bulk.undo(named(placed));
  expect(await categories()).toEqual([]);

  const picked = await run({ kind: "collection", collectionId: collection.id, act: "put" }, [product.id]);
  const members = async () => (await staff.catalog.collections.members({ id: collection.id })).rows.length;
  while ((await shop.services.search.refreshDirty(100)) > 0);
  expect(await members()).toBe(1);
  await staff.catalog.bulk.undo(named(picked));
  while ((await shop.services.search.refreshDirty(100)) > 0);
  expect(await members()).toBe(0);

  const ruled = await staff.catalog.collections.create({ ...gifts, rule: [[{ fact: "brand", names: ["Acme"] }]] });
  await expect(check({ kind: "collection", collectionId: ruled.id, act: "put" }, [product.id])).rejects.toMatchObject({
    message: "catalog.collection-kind-fixed",
  });
});

const down = (percent: number, from: string | null = null) =>
  ({
    kind: "price",
    currency: "RUB",
    by: { in: "percent", basisPoints: -percent * 100 },
    from,
  }) as const;
const priceOf = async ({ variants }: { variants: { id: string }[] }) =>
  (await shop.services.pricing.resolve([variants[0]!.id], "RUB")).get(variants[0]!.id)?.amount;

test("prices change by percent through their plans, at once or from a moment, and go back", async () => {
  const product = await aSellable(shop);
  const cut = await run(down(10), [product.id]);
  expect(cut.counts.changed).toBe(1);
  expect((await rows(cut, "changed"))[0]).toMatchObject({
    before: { terms: [{ amount: 100_000 }] },
    after: { terms: [{ amount: 90_000 }] },
  });
  expect(await priceOf(product)).toBe(90_000);
  expect(await trailOf(product.variants[0]!.id)).toMatchObject([
    { action: "pricing.price-set", before: { amount: 100_000 }, after: { amount: 90_000, currency: "RUB" } },
  ]);
  shop.clock.advance(HOUR);
  await staff.catalog.bulk.undo(named(cut));
  expect(await priceOf(product)).toBe(100_000);

  shop.clock.advance(HOUR);
  staff = await shop.signedIn("staff");
  const planned = await run(down(50, later(10)), [product.id]);
  expect(await priceOf(product)).toBe(100_000);
  const second = await check(down(20, later(12)), [product.id]);
  expect(second.counts.ready).toBe(1);
  const before = await check(down(20, later(5)), [product.id]);
  expect(await rows(before, "refused")).toMatchObject([{ reason: "price-planned" }]);
  await staff.catalog.bulk.undo(named(planned));
  shop.clock.advance(11 * HOUR);
  expect(await priceOf(product)).toBe(100_000);
});

test("a planned price that has begun goes back from now on; one that somebody set since stays", async () => {
  const [first, second] = await several(2);
  const planned = await run(down(50, later(2)), idsOf([first!, second!]));
  shop.clock.advance(3 * HOUR);
  staff = await shop.signedIn("staff");
  expect(await priceOf(first!)).toBe(50_000);
  await shop.services.pricing.setPrices([
    { variantId: second!.variants[0]!.id, currency: "RUB", amount: 70_000, compareAt: null },
  ]);
  const undone = await staff.catalog.bulk.undo(named(planned));
  expect(undone.counts).toMatchObject({ restored: 1, kept: 1 });
  expect([await priceOf(first!), await priceOf(second!)]).toEqual([100_000, 70_000]);
});

test("a price that is none, or would be nothing, is refused", async () => {
  const bare = await staff.catalog.products.create({ name: { ru: "Ваза" }, typeId: null });
  expect(await rows(await check(down(10), [bare.id]), "refused")).toMatchObject([{ reason: "no-price" }]);
  const by = { in: "amount", amount: -100_000 } as const;
  const free = await check({ kind: "price", currency: "RUB", by, from: null }, [(await aSellable(shop)).id]);
  expect(await rows(free, "refused")).toMatchObject([{ reason: "price-too-low" }]);
});

test("safety stock is set for all variants and goes back", async () => {
  const product = await aSellable(shop);
  const variantId = product.variants[0]!.id;
  const kept = async () => (await staff.inventory.stock.get({ variantId })).policy.safetyStock;
  const done = await run({ kind: "safety-stock", pieces: 3 }, [product.id]);
  expect(await kept()).toBe(3);
  expect(await trailOf(variantId)).toContainEqual({
    action: "inventory.policy-set",
    before: { safetyStock: 0 },
    after: { safetyStock: 3 },
  });
  await staff.catalog.bulk.undo(named(done));
  expect(await kept()).toBe(0);
});

test("who may not change prices or stock does not do it in bulk either", async () => {
  const { id } = await aSellable(shop);
  const clerk = await shop.signedIn(["catalog:write"]);
  const selection = { ids: [id] };
  for (const change of [down(10), { kind: "safety-stock", pieces: 1 }] as const)
    await expect(clerk.catalog.bulk.check({ change, selection })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const tried = await check(down(10), [id]);
  await expect(clerk.catalog.bulk.start(named(tried))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const oneFactor = shop.callerOf({ principal: (await shop.member("staff", { factor: false })).principal });
  await expect(oneFactor.catalog.bulk.check({ change: down(10), selection })).rejects.toMatchObject({
    message: "auth.factor-required",
  });
  expect(await priceOf(await staff.catalog.products.get({ id }))).toBe(100_000);
});

const many = async (word: string, count: number) =>
  sql`
    insert into catalog.product (id, slug, source, external_id, name, created_at, updated_at)
    select gen_random_uuid(), ${word} || '-' || n, 'bulk', ${word} || '-' || n, jsonb_build_object('ru', ${word}::text), now(), now()
    from generate_series(1, ${count}::int) as n`.execute(shop.database.db);

test("all that a list shows are changed by the worker, slice by slice; a killed one is followed by another", async () => {
  const word = `w${randomUUID().slice(0, 8)}`;
  await many(word, 450);
  const selection = { filter: { q: word, status: "draft" as const } };
  const tried = await staff.catalog.bulk.check({ change: { kind: "brand", brand: "B" }, selection });
  expect(tried).toMatchObject({ state: "checking", products: 450, counts: { waiting: 450 } });
  await work();
  const checked = await staff.catalog.bulk.get({ id: tried.id });
  expect(checked).toMatchObject({ state: "checked", counts: { ready: 450 } });
  await staff.catalog.bulk.start(named(checked));

  const killed = { lease: randomUUID(), milliseconds: 30_000, signal: AbortSignal.abort() };
  await shop.services.bulkEdits.runNext(killed);
  await Promise.all([work(), work()]);
  const done = await staff.catalog.bulk.get({ id: tried.id });
  expect(done).toMatchObject({ state: "done", counts: { changed: 450 } });
  const { products } = await staff.catalog.products.list({ q: word });
  expect(new Set(products.map(({ brand, version }) => `${brand} ${version}`))).toEqual(new Set(["B 2"]));
});

test("an edit of nothing is refused, and an edit of more than it may be too", async () => {
  const change = { kind: "archive" } as const;
  const nothing = { filter: { q: randomUUID() } };
  await expect(staff.catalog.bulk.check({ change, selection: nothing })).rejects.toMatchObject({
    message: "catalog.bulk-nothing-found",
  });
  const word = `w${randomUUID().slice(0, 8)}`;
  await many(word, 100_001);
  await expect(staff.catalog.bulk.check({ change, selection: { filter: { q: word } } })).rejects.toMatchObject({
    message: "catalog.bulk-too-many",
    cause: { details: { limit: 100_000 } },
  });
}, 120_000);
