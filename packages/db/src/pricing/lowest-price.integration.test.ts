import { randomUUID } from "node:crypto";
import { lowestBefore, type PublicPrice } from "@vitrina/domain/pricing";
import { testDatabase } from "@vitrina/db/testing";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";

const database = testDatabase();
const DAY = 86_400_000;
const start = new Date("2026-01-01T00:00:00Z");
const day = (number: number) => new Date(start.getTime() + number * DAY);
const NOW = day(120);
/** Public lists by their priority; the one of rank 4 is for a group and must never count. */
const LISTS = [
  { rank: 1, from: 0, until: 400, group: false },
  { rank: 2, from: 40, until: 90, group: false },
  { rank: 3, from: 100, until: 118, group: false },
  { rank: 4, from: 0, until: 400, group: true },
];

const step = fc.record({
  amount: fc.integer({ min: 1, max: 9 }),
  cut: fc.integer({ min: 0, max: 4 }),
  length: fc.integer({ min: 1, max: 40 }),
  gap: fc.boolean(),
});
const randomHistory = fc.record({
  known: fc.nat(110),
  always: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  entries: fc.array(
    fc.record({
      rank: fc.integer({ min: 1, max: 4 }),
      amount: fc.integer({ min: 1, max: 9 }),
      from: fc.nat(118),
      length: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 3 },
  ),
});
type Random = typeof randomHistory extends fc.Arbitrary<infer Value> ? Value : never;
interface Row {
  amount: number;
  compareAt: number | null;
  from: number | null;
  until: number;
}

/** Own prices one after the other up to the present and beyond. */
function ownRows({ steps, always }: Random): Row[] {
  const rows: Row[] = [];
  let until = 130;
  for (const { amount, cut, length, gap } of steps) {
    const from = Math.max(0, until - length);
    const first = always && from < 1 ? null : from;
    if (!gap && from < until) rows.push({ amount, compareAt: cut > 1 ? amount + cut : null, from: first, until });
    until = from;
  }
  return rows;
}

/** Entries of one list must not overlap: the first of each counts. */
const entryRows = ({ entries }: Random) =>
  [...new Map(entries.toReversed().map((entry) => [entry.rank, entry])).values()].map(
    ({ rank, amount, from, length }) => ({ rank, amount, from, until: from + length }),
  );

/** The same for the rule: an entry holds while both it and its list do. */
function historyOf(random: Random): PublicPrice[] {
  const listed = entryRows(random).flatMap(({ rank, amount, from, until }) => {
    const list = LISTS.find((each) => each.rank === rank);
    if (!list || list.group) return [];
    const period = { from: Math.max(from, list.from), until: Math.min(until, list.until) };
    return period.from < period.until
      ? [{ rank, amount, compareAt: null, from: day(period.from), until: day(period.until) }]
      : [];
  });
  const own = ownRows(random).map(({ from, until, ...price }) => ({
    rank: 0,
    ...price,
    from: from === null ? null : day(from),
    until: day(until),
  }));
  return [...own, ...listed];
}

/** When the variant became public: its product's day, or the first price after it, group prices left out. */
function knownSince(random: Random): Date {
  const entries = entryRows(random).filter(({ rank }) => rank !== 4);
  const first = Math.min(...ownRows(random).map(({ from }) => from ?? -Infinity), ...entries.map(({ from }) => from));
  return day(Math.max(random.known, Number.isFinite(first) ? first : random.known));
}

async function openLists() {
  const { db } = database;
  const groupId = randomUUID();
  await db
    .insertInto("users.customerGroup")
    .values({
      id: groupId,
      code: "friends",
      name: JSON.stringify({ ru: "Свои", en: "Friends" }),
      rule: null,
      version: 1,
      createdAt: start,
    })
    .execute();
  const lists = LISTS.map((list) => ({ ...list, id: randomUUID() }));
  for (const { id, rank, from, until, group } of lists) {
    await db
      .insertInto("pricing.priceList")
      .values({ id, name: JSON.stringify({ ru: "Л", en: "L" }), version: 1, createdAt: start })
      .execute();
    const period = { validFrom: day(from), validTo: day(until) };
    await db
      .insertInto("pricing.listTerm")
      .values({ listId: id, groupId: group ? groupId : null, country: null, priority: rank, ...period })
      .execute();
  }
  return new Map(lists.map(({ rank, id }) => [rank, id]));
}

test("over 1,200 random histories PostgreSQL names the lowest price that the rule names", async () => {
  const { db } = database;
  const lists = await openLists();
  const shops = fc
    .sample(randomHistory, { numRuns: 1_200, seed: 29 })
    .map((random) => ({ random, variantId: randomUUID(), productId: randomUUID() }));
  const asText = (rows: object[]) => JSON.stringify(rows);
  await sql`insert into catalog.product (id, slug, source, external_id, status, name, created_at, updated_at)
    select id, 'p-' || id, 'test', id, 'published', '{"en": "Cup"}', known, known
    from jsonb_to_recordset(${asText(shops.map(({ productId: id, random }) => ({ id, known: day(random.known) })))}) as given (id uuid, known timestamptz)`.execute(
    db,
  );
  await sql`insert into catalog.variant (id, product_id, sku) select id, product, id
    from jsonb_to_recordset(${asText(shops.map(({ variantId: id, productId: product }) => ({ id, product })))}) as given (id uuid, product uuid)`.execute(
    db,
  );
  const own = shops.flatMap(({ variantId, random }) =>
    ownRows(random).map(({ from, until, ...price }) => ({
      variantId,
      ...price,
      from: from === null ? "-infinity" : day(from),
      until: day(until),
    })),
  );
  await sql`insert into pricing.price (id, variant_id, currency, amount, compare_at, valid_from, valid_to)
    select gen_random_uuid(), "variantId", 'RUB', amount, "compareAt", "from", until
    from jsonb_to_recordset(${asText(own)}) as given ("variantId" uuid, amount bigint, "compareAt" bigint, "from" timestamptz, until timestamptz)`.execute(
    db,
  );
  const entries = shops.flatMap(({ variantId, random }) =>
    entryRows(random).map(({ rank, amount, from, until }) => ({
      listId: lists.get(rank),
      variantId,
      amount,
      from: day(from),
      until: day(until),
    })),
  );
  await sql`insert into pricing.list_entry (id, list_id, variant_id, currency, min_quantity, amount, valid_from, valid_to)
    select gen_random_uuid(), "listId", "variantId", 'RUB', 1, amount, "from", until
    from jsonb_to_recordset(${asText(entries)}) as given ("listId" uuid, "variantId" uuid, amount bigint, "from" timestamptz, until timestamptz)`.execute(
    db,
  );

  const { rows } = await sql<{ id: string; amount: number | null; complete: boolean | null }>`
    select asked.id, lowest.amount, lowest.complete
    from unnest(${shops.map(({ variantId }) => variantId)}::uuid[]) as asked (id)
    left join lateral pricing.lowest_before(asked.id, 'RUB', 'RU', ${NOW}) as lowest on true`.execute(db);
  const named = new Map(rows.map(({ id, amount, complete }) => [id, complete === null ? null : { amount, complete }]));

  const answers = shops.map(({ variantId }) => named.get(variantId));
  const ruled = shops.map(({ random }) => lowestBefore(historyOf(random), NOW, knownSince(random)));
  expect(answers).toEqual(ruled);
  // The sample holds every kind of answer, or it would prove little.
  expect(ruled.filter((each) => each === null).length).toBeGreaterThan(100);
  expect(ruled.filter((each) => each?.complete === true && each.amount !== null).length).toBeGreaterThan(100);
  expect(ruled.filter((each) => each?.complete === false).length).toBeGreaterThan(100);
}, 120_000);
