import { createCustomersReader, type UsersTables } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
// oxlint-disable-next-line no-restricted-imports -- what the database counts has no builder
import { type Kysely, sql } from "kysely";
import { beforeAll, expect, test } from "vitest";

const database = testDatabase<UsersTables>();
const CROWD = 20_000;

beforeAll(async () => {
  await database.pool.query(`
    insert into users.user (id, email, email_canonical, name, phone, locale, role, status, av, version, created_at)
    select gen_random_uuid(), n || '@example.com', n || '@example.com', 'Anna ' || translate(md5(n::text), '0123456789', 'ghijklmnop'),
      '+7912' || lpad(n::text, 7, '0'), 'en', 'customer', 'active', 1, 1, now() - n * interval '1 minute'
    from generate_series(1, ${CROWD}) as n`);
  await database.pool.query("vacuum analyze users.user");
});

const rowsRead = async (db: Kysely<UsersTables>) => {
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables
    where relid = 'users.user'::regclass`.execute(db);
  return rows[0]?.read ?? 0;
};

/** How many are found, and of how many the rows are read for it. */
const search = (text: string, phones: readonly string[]) =>
  database.db.transaction().execute(async (transaction) => {
    const before = await rowsRead(transaction);
    const page = { text, phones, ids: [], after: null, limit: 26 };
    const found = await createCustomersReader(transaction).search(page);
    return { found: found.length, read: (await rowsRead(transaction)) - before };
  });

test.each([
  { whom: "a surname nobody has", text: "qwertyuiop", people: 0 },
  { whom: "the beginning of an address", text: "19999@exa", people: 1 },
  { whom: "a phone number", text: "+79120000077", phones: ["+79120000077"], people: 1 },
])("$whom is found without a look at everybody", async ({ text, phones = [], people }) => {
  const { found, read } = await search(text, phones);

  expect(found).toBe(people);
  expect(read).toBeLessThan(10);
});

test("of a crowd with one name the newest are shown", async () => {
  const reader = createCustomersReader(database.db);

  const [first, second] = await reader.search({ text: "anna", phones: [], ids: [], after: null, limit: 2 });

  expect([first?.email, second?.email]).toEqual(["1@example.com", "2@example.com"]);
});
