import {
  ListConflict,
  type ListEntry,
  type PlannedPrice,
  type PriceList,
  type PriceListRepository,
} from "@vitrina/domain/pricing";
import { NotFound } from "@vitrina/domain/core";
import type { CatalogTables } from "@vitrina/db/catalog";
import type { UsersTables } from "@vitrina/db/users";
// oxlint-disable-next-line no-restricted-imports -- a whole pasted list is one statement, which the builder cannot say
import { type Kysely, sql } from "kysely";
import type { PricingTables } from "./pricing.tables.ts";
import { instant } from "./written-instant.ts";

type Tables = PricingTables &
  Pick<CatalogTables, "catalog.offer" | "catalog.variant"> &
  Pick<UsersTables, "users.customerGroup">;

const refusalOf = (error: { code?: string; constraint?: string }): never => {
  if (error.code === "23P01") throw new ListConflict({ clash: null });
  throw error.constraint === "list_term_group_id_fkey" ? new NotFound({ what: "group" }) : error;
};

/** The terms that hold at `now`, or else the next ones, or else the last. */
const described = (now: Date) => sql`
  select list.id, list.name, list.version, term.group_id, term.country, term.priority, team.name as group_name,
    ${instant(sql`term.valid_from`)} as "from", ${instant(sql`term.valid_to`)} as until,
    (select count(*)::integer from pricing.list_entry as entry where entry.list_id = list.id and entry.valid_to > ${now}) as entries
  from pricing.price_list as list
  cross join lateral (
    select * from pricing.list_term where list_id = list.id
    order by (valid_from <= ${now} and ${now} < valid_to) desc, valid_to > ${now} desc,
      case when valid_from > ${now} then valid_from end, valid_from desc limit 1
  ) as term
  left join users.customer_group as team on team.id = term.group_id`;

export const createPriceListRepository = (db: Kysely<Tables>): PriceListRepository => ({
  async list(now, limit) {
    const { rows } =
      await sql<PriceList>`${described(now)} order by term.priority desc, list.id limit ${limit}`.execute(db);
    return rows;
  },
  async find(id, now) {
    const { rows } = await sql<PriceList>`${described(now)} where list.id = ${id}`.execute(db);
    return rows[0] ?? null;
  },

  async entries({ listId, sku, after, limit, now }) {
    const { rows } = await sql<ListEntry>`
      select entry.id, entry.variant_id, offer.sku, offer.name, entry.currency, entry.min_quantity, entry.amount,
        (select price.amount from pricing.price where price.variant_id = entry.variant_id and price.currency = entry.currency
          and price.valid_from <= ${now} and ${now} < price.valid_to) as own_amount,
        ${instant(sql`entry.valid_from`)} as "from", ${instant(sql`entry.valid_to`)} as until
      from pricing.list_entry as entry join catalog.offer on offer.variant_id = entry.variant_id
      where entry.list_id = ${listId} and entry.valid_to > ${now} and starts_with(offer.sku, ${sku ?? ""}::text)
        and (entry.variant_id, entry.id) > (${after?.variantId ?? "00000000-0000-0000-0000-000000000000"}::uuid, ${after?.id ?? "00000000-0000-0000-0000-000000000000"}::uuid)
      order by entry.variant_id, entry.id limit ${limit}`.execute(db);
    return rows;
  },

  listForGroup: (groupId, limit) =>
    db
      .selectFrom("pricing.priceList as list")
      .select(["list.id", "list.name"])
      .where("list.id", "in", (eb) =>
        eb.selectFrom("pricing.listTerm as term").select("term.listId").where("term.groupId", "=", groupId),
      )
      .orderBy("list.id")
      .limit(limit)
      .execute(),

  async count() {
    const { lists } = await db
      .selectFrom("pricing.priceList")
      .select(({ fn }) => fn.countAll<number>().as("lists"))
      .executeTakeFirstOrThrow();
    return lists;
  },

  lock: async (id) =>
    (await db
      .selectFrom("pricing.priceList")
      .select(["id", "name", "version"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst()) ?? null,

  async add({ name, ...list }, createdAt) {
    await db
      .insertInto("pricing.priceList")
      .values({ ...list, name: JSON.stringify(name), createdAt })
      .execute();
  },

  async save({ id, name, version }) {
    await db
      .updateTable("pricing.priceList")
      .set({ name: JSON.stringify(name), version })
      .where("id", "=", id)
      .execute();
  },

  async remove(id) {
    await db.deleteFrom("pricing.priceList").where("id", "=", id).execute();
  },

  async hasBegun(id, now) {
    const row = await db
      .selectFrom("pricing.listTerm")
      .select("id")
      .where("listId", "=", id)
      .where("validFrom", "<", now)
      .executeTakeFirst();
    return row !== undefined;
  },

  async findRival(listId, { priority, from, until }) {
    const { rows } = await sql<{ name: PriceList["name"] }>`
      select list.name from pricing.list_term as term join pricing.price_list as list on list.id = term.list_id
      where term.priority = ${priority} and term.list_id <> ${listId}
        and tstzrange(term.valid_from, term.valid_to) && tstzrange(${from}, coalesce(${until}::timestamptz, 'infinity')) limit 1`.execute(
      db,
    );
    return rows[0]?.name ?? null;
  },

  async setTerm(listId, term, now) {
    await sql`delete from pricing.list_term where list_id = ${listId} and valid_from >= ${now}`.execute(db);
    await sql`update pricing.list_term set valid_to = ${now} where list_id = ${listId} and valid_to > ${now}`.execute(
      db,
    );
    if (!term) return;
    const { groupId, country, priority, from, until } = term;
    await sql`
      insert into pricing.list_term (list_id, group_id, country, priority, valid_from, valid_to)
      values (${listId}, ${groupId}, ${country}, ${priority}, ${from}, coalesce(${until}::timestamptz, 'infinity'))`
      .execute(db)
      .catch(refusalOf);
  },

  async variantsBySku(skus) {
    const rows = await db
      .selectFrom("catalog.variant")
      .select(["id", "sku"])
      .where((eb) => eb("sku", "=", eb.fn.any(eb.val(skus))))
      .execute();
    return new Map(rows.map(({ id, sku }) => [sku, id]));
  },

  async entryPlans(listId, keys, now) {
    const { rows } = await sql<{ place: number } & PlannedPrice>`
      select asked.place::integer, entry.id, entry.amount, null as compare_at, entry.valid_from as "from",
        nullif(entry.valid_to, 'infinity') as until
      from rows from (jsonb_to_recordset(${JSON.stringify(keys)}) as ("variantId" uuid, currency text, "minQuantity" integer))
        with ordinality as asked ("variantId", currency, "minQuantity", place)
      join pricing.list_entry as entry on entry.list_id = ${listId} and entry.variant_id = asked."variantId"
        and entry.currency = asked.currency and entry.min_quantity = asked."minQuantity"
      where entry.valid_to > ${now} order by entry.valid_from`.execute(db);
    return keys.map((_, index) => rows.flatMap(({ place, ...price }) => (place === index + 1 ? price : [])));
  },

  async applyEntries(listId, edits) {
    const removed = edits.flatMap((edit) => edit.removed);
    await sql`delete from pricing.list_entry where list_id = ${listId} and id = any(${removed}::uuid[])`.execute(db);
    const moved = JSON.stringify(edits.flatMap((edit) => edit.moved));
    await sql`
      update pricing.list_entry as entry set valid_from = moved.from, valid_to = coalesce(moved.until, 'infinity')
      from jsonb_to_recordset(${moved}) as moved (id uuid, "from" timestamptz, until timestamptz)
      where entry.id = moved.id and entry.list_id = ${listId}`.execute(db);
    const added = JSON.stringify(
      edits.flatMap(({ variantId, currency, minQuantity, added }) =>
        added.map((price) => ({ variantId, currency, minQuantity, ...price })),
      ),
    );
    await sql`
      insert into pricing.list_entry (id, list_id, variant_id, currency, min_quantity, amount, valid_from, valid_to)
      select gen_random_uuid(), ${listId}, "variantId", currency, "minQuantity", amount, "from", coalesce(until, 'infinity')
      from jsonb_to_recordset(${added}) as added
        ("variantId" uuid, currency text, "minQuantity" integer, amount bigint, "from" timestamptz, until timestamptz)`
      .execute(db)
      .catch(refusalOf);
  },
});
