import { randomUUID } from "node:crypto";
import { fakeAudit } from "@vitrina/domain/core/testing";
import {
  createPriceListService,
  type EntrySetting,
  ListConflict,
  type PriceListDraft,
  UnknownSkus,
} from "@vitrina/domain/pricing";
import { StaleVersion } from "@vitrina/domain/core";
import { aUser } from "@vitrina/domain/users/testing";
import { createTransact } from "@vitrina/db/core";
import { onShelf } from "@vitrina/db/inventory/testing";
import { createUsersRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createPriceListRepository } from "./price-list.repository.ts";
import { createPriceRepository } from "./pricing.repository.ts";

const database = testDatabase();
const STAFF = randomUUID();
const DAY = 86_400_000;
const start = new Date("2026-03-01T00:00:00Z");
const dayAfter = (days: number) => new Date(start.getTime() + days * DAY);
const iso = (days: number) => dayAfter(days).toISOString();
function listsAt(now: Date) {
  const audit = fakeAudit();
  const lists = createPriceListService({
    priceLists: createPriceListRepository(database.db),
    transact: createTransact(database.db, (db) => ({ priceLists: createPriceListRepository(db), audit })),
    clock: () => now,
    newId: randomUUID,
  });
  return { ...lists, audit };
}
let priorities = 0;
const draft = (change: Partial<PriceListDraft> = {}): PriceListDraft => ({
  name: { ru: "Опт", en: "Wholesale" },
  groupId: null,
  country: null,
  priority: ++priorities,
  from: null,
  until: null,
  ...change,
});
async function aCup(amount: number | null = 100) {
  const variantId = await onShelf(database.db, { onHand: 0 });
  if (amount !== null)
    await createPriceRepository(database.db).setMany([{ variantId, currency: "RUB", amount, compareAt: null }], start);
  return { variantId, sku: `CUP-${variantId}` };
}
const entry = (sku: string, amount: number | null, change: Partial<EntrySetting> = {}): EntrySetting => ({
  sku,
  currency: "RUB",
  minQuantity: 1,
  amount,
  from: null,
  until: null,
  ...change,
});
async function aList(entries: EntrySetting[], change: Partial<PriceListDraft> = {}) {
  const { id, version } = await listsAt(start).create(STAFF, draft(change));
  return listsAt(start).setEntries(STAFF, { id, version, entries });
}
async function aMember({ from = start, until = null as Date | null } = {}) {
  const [groupId, userId] = [randomUUID(), randomUUID()];
  await database.db
    .insertInto("users.customerGroup")
    .values({
      id: groupId,
      code: `g-${groupId}`.slice(0, 40),
      name: JSON.stringify({ ru: "Свои", en: "Friends" }),
      rule: null,
      version: 1,
      createdAt: start,
    })
    .execute();
  await createUsersRepository(database.db).add(aUser({ id: userId, email: `${userId}@vitrina.example` }));
  await database.db
    .insertInto("users.groupMembership")
    .values({ groupId, userId, startsAt: from, ...(until && { endsAt: until }) })
    .execute();
  return { groupId, userId };
}
type Asker = Partial<Parameters<ReturnType<typeof createPriceRepository>["findMany"]>[2]>;
const priceOf = async (variantId: string, asker: Asker = {}) =>
  (
    await createPriceRepository(database.db).findMany([variantId], "RUB", {
      at: start,
      personId: null,
      country: null,
      quantity: 1,
      ...asker,
    })
  ).get(variantId);

test("a list for a group is its members' alone, and ends for them at the instant their membership does", async () => {
  const cup = await aCup();
  const { groupId, userId } = await aMember({ until: dayAfter(5) });
  await aList([entry(cup.sku, 80)], { groupId });

  expect(await priceOf(cup.variantId)).toMatchObject({ amount: 100, list: null });
  expect(await priceOf(cup.variantId, { personId: randomUUID() })).toMatchObject({ amount: 100 });
  expect(await priceOf(cup.variantId, { personId: userId })).toEqual({
    amount: 80,
    compareAt: null,
    currency: "RUB",
    list: { name: { ru: "Опт", en: "Wholesale" }, minQuantity: 1, forGroup: true },
  });
  expect(await priceOf(cup.variantId, { personId: userId, at: dayAfter(5) })).toMatchObject({ amount: 100 });
});

test("more pieces reach the next step, and a list for a country holds where the goods go", async () => {
  const cup = await aCup();
  await aList([entry(cup.sku, 90, { minQuantity: 10 }), entry(cup.sku, 70, { minQuantity: 50 })]);
  await aList([entry(cup.sku, 120)], { country: "KZ" });

  const amounts = await Promise.all(
    [1, 9, 10, 49, 50].map(async (quantity) => (await priceOf(cup.variantId, { quantity }))?.amount),
  );
  expect(amounts).toEqual([100, 100, 90, 90, 70]);
  expect((await priceOf(cup.variantId, { quantity: 50, country: "KZ" }))?.amount).toBe(120);
});

test("a public list that is cheaper announces the former price; prices of lists begin and end by the clock", async () => {
  const cup = await aCup();
  await aList([entry(cup.sku, 80, { from: iso(2), until: iso(4) })], { until: iso(9) });

  expect(await priceOf(cup.variantId, { at: dayAfter(1) })).toMatchObject({ amount: 100, compareAt: null });
  expect(await priceOf(cup.variantId, { at: dayAfter(2) })).toMatchObject({ amount: 80, compareAt: 100 });
  expect(await priceOf(cup.variantId, { at: dayAfter(4) })).toMatchObject({ amount: 100 });
});

test("a variant without a price of its own is for sale where a list has one", async () => {
  const cup = await aCup(null);
  expect(await priceOf(cup.variantId)).toBeUndefined();
  await aList([entry(cup.sku, 50)]);

  expect(await priceOf(cup.variantId)).toMatchObject({ amount: 50, compareAt: null });
});

test("two lists of one priority are refused for the same time, with the name of the other, also when made at once", async () => {
  const priority = ++priorities;
  await listsAt(start).create(STAFF, draft({ priority, until: iso(5) }));

  await expect(listsAt(start).create(STAFF, draft({ priority, from: iso(4) }))).rejects.toMatchObject({
    details: { clash: { kind: "list", name: { en: "Wholesale" }, priority } },
  });
  await listsAt(start).create(STAFF, draft({ priority, from: iso(5) }));
  const another = ++priorities;
  const both = await Promise.allSettled([1, 2].map(() => listsAt(start).create(STAFF, draft({ priority: another }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(ListConflict) });
});

test("two prices of one list for one time are refused with the first; unknown SKUs are named; a stale editor changes nothing", async () => {
  const cup = await aCup();
  const { id, version } = await aList([entry(cup.sku, 80, { from: iso(2), until: iso(4) })]);
  const set = (entries: EntrySetting[], seen = version) =>
    listsAt(start).setEntries(STAFF, { id, version: seen, entries });

  await expect(set([entry(cup.sku, 70, { from: iso(3), until: iso(5) })])).rejects.toMatchObject({
    details: { clash: { kind: "entry", sku: cup.sku, price: { amount: 80, from: iso(2) } } },
  });
  await expect(set([entry(cup.sku, 5), entry("NO-SUCH", 5)])).rejects.toMatchObject({ details: { skus: ["NO-SUCH"] } });
  await expect(set([entry("NO-SUCH", 5)])).rejects.toThrow(UnknownSkus);
  await expect(set([entry(cup.sku, 5)], version - 1)).rejects.toThrow(StaleVersion);
  expect(await priceOf(cup.variantId)).toMatchObject({ amount: 100 });
});

test("what a list was stays true: other terms and its end change the future alone", async () => {
  const cup = await aCup();
  const { id, version, ...rest } = await aList([entry(cup.sku, 80)]);
  const changed = await listsAt(dayAfter(2)).change(STAFF, { ...draft(), name: rest.name, id, version, country: "KZ" });
  await listsAt(dayAfter(4)).end(STAFF, { id, version: changed.version });

  const amounts = (country: string) =>
    Promise.all(
      [1, 2, 3, 4].map(async (days) => (await priceOf(cup.variantId, { at: dayAfter(days), country }))?.amount),
    );
  expect(await amounts("RU")).toEqual([80, 100, 100, 100]);
  expect(await amounts("KZ")).toEqual([80, 80, 80, 100]);
});

interface RandomList {
  forGroup: boolean;
  country: string | null;
  steps: { minQuantity: number; amount: number }[];
  from: number;
  length: number;
}
const randomShop = fc.record({
  own: fc.option(fc.integer({ min: 1, max: 200 })),
  lists: fc.array(
    fc.record<RandomList>({
      forGroup: fc.boolean(),
      country: fc.constantFrom(null, "RU", "KZ"),
      steps: fc.uniqueArray(
        fc.record({ minQuantity: fc.constantFrom(1, 5, 10), amount: fc.integer({ min: 1, max: 200 }) }),
        { selector: ({ minQuantity }) => minQuantity, maxLength: 3 },
      ),
      from: fc.nat(3),
      length: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 4 },
  ),
});

/** The lists in place of all others, the last one the strongest. */
async function openWith(variantId: string, lists: readonly RandomList[], groupId: string) {
  const repository = createPriceListRepository(database.db);
  await database.db.deleteFrom("pricing.priceList").execute();
  for (const [index, { forGroup, country, steps, from, length }] of lists.entries()) {
    const id = randomUUID();
    await repository.add({ id, name: { ru: "Л", en: "L" }, version: 1 }, start);
    const period = { from: dayAfter(from), until: dayAfter(from + length) };
    await repository.setTerm(
      id,
      { groupId: forGroup ? groupId : null, country, priority: index + 1, ...period },
      start,
    );
    const key = { variantId, currency: "RUB" as const, removed: [], moved: [] };
    const edits = steps.map(({ minQuantity, amount }) => ({
      ...key,
      minQuantity,
      added: [{ amount, compareAt: null, from: start, until: null }],
    }));
    await repository.applyEntries(id, edits);
  }
}

interface Ask {
  quantity: number;
  personId: string | null;
  country: string;
  day: number;
}
/** The precedence as the documents have it, one list after the other. */
function onPaper(
  { own, lists }: { own: number | null; lists: readonly RandomList[] },
  { quantity, personId, country, day }: Ask,
) {
  let amount = own;
  for (const list of lists) {
    if (list.forGroup && personId === null) continue;
    if (list.country !== null && list.country !== country) continue;
    if (day < list.from || day >= list.from + list.length) continue;
    const reached = list.steps.filter(({ minQuantity }) => minQuantity <= quantity);
    const highest = Math.max(...reached.map(({ minQuantity }) => minQuantity));
    amount = reached.find(({ minQuantity }) => minQuantity === highest)?.amount ?? amount;
  }
  return amount;
}

test("in a hundred and fifty random shops everybody pays what the precedence on paper says", async () => {
  const { groupId, userId } = await aMember();
  const asks = [
    { quantity: 1, personId: null, country: "RU" },
    { quantity: 7, personId: userId, country: "RU" },
    { quantity: 10, personId: userId, country: "KZ" },
  ].flatMap((ask) => [0, 2, 4].map((day) => ({ ...ask, day })));
  for (const shop of fc.sample(randomShop, { numRuns: 150, seed: 7 })) {
    const { variantId } = await aCup(shop.own);
    await openWith(variantId, shop.lists, groupId);

    const answers = await Promise.all(asks.map(({ day, ...ask }) => priceOf(variantId, { ...ask, at: dayAfter(day) })));

    expect(answers.map((price) => price?.amount ?? null)).toEqual(asks.map((ask) => onPaper(shop, ask)));
  }
}, 120_000);
