// oxlint-disable-next-line no-restricted-imports -- sums beside each level of a part, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { CheckedLevel, DriftRepository, LevelBooks } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import type { InventoryTables } from "./inventory.tables.ts";

type Tables = CatalogTables & InventoryTables;

/** Levels that one statement looks at. */
const PART = 5_000;

export const createDriftRepository = (db: Kysely<Tables>, { part = PART } = {}): DriftRepository => ({
  async list(limit) {
    const rows = await db
      .selectFrom("inventory.drift as drift")
      .innerJoin("catalog.variant as variant", "variant.id", "drift.variantId")
      .selectAll("drift")
      .select("variant.sku")
      .orderBy("drift.foundAt")
      .orderBy("drift.variantId")
      .orderBy("drift.locationId")
      .limit(limit)
      .execute();
    return rows.map(({ foundAt, ...row }) => ({ ...row, foundAt: foundAt.toISOString() }));
  },

  async check(after, now) {
    const beyond = after ? sql`where (variant_id, location_id) > (${after.variantId}, ${after.locationId})` : sql``;
    const { rows } = await sql<{ looked: number; last: CheckedLevel | null; found: CheckedLevel[] }>`
      with part as materialized (
        select * from inventory.level ${beyond} order by variant_id, location_id limit ${part}
      ), wrong as materialized (
        select part.variant_id, part.location_id, on_hand, moved, reserved, held
        from part cross join lateral ${booksOf(sql`part`)} as books
        where on_hand <> moved or reserved <> held
      ), righted as (
        delete from inventory.drift where (variant_id, location_id) in (select variant_id, location_id from part)
          and (variant_id, location_id) not in (select variant_id, location_id from wrong)
      ), known as (
        select variant_id, location_id from inventory.drift
      ), kept as (
        insert into inventory.drift (variant_id, location_id, on_hand, moved, reserved, held, found_at)
        select variant_id, location_id, on_hand, moved, reserved, held, ${now} from wrong
        on conflict (variant_id, location_id) do update set
          on_hand = excluded.on_hand, moved = excluded.moved, reserved = excluded.reserved, held = excluded.held
      )
      select (select count(*)::integer from part) as looked,
        (select jsonb_build_object('variantId', variant_id, 'locationId', location_id) from part order by variant_id desc, location_id desc limit 1) as last,
        (select coalesce(jsonb_agg(jsonb_build_object('variantId', variant_id, 'locationId', location_id)), '[]') from wrong
          where (variant_id, location_id) not in (select variant_id, location_id from known)) as found`.execute(db);
    const [row] = rows;
    return { found: row?.found ?? [], last: row?.looked === part ? row.last : null };
  },

  async lockBooks({ variantId, locationId }) {
    await sql`select inventory.lock_levels(array[${variantId}]::uuid[])`.execute(db);
    const { rows } = await sql<LevelBooks>`
      select on_hand, moved, reserved, held from inventory.level as part cross join lateral ${booksOf(sql`part`)} as books
      where variant_id = ${variantId} and location_id = ${locationId}`.execute(db);
    return rows[0] ?? null;
  },

  async repair({ variantId, locationId }, { actor, note }) {
    await sql`
      with books as (
        select moved, held from inventory.level as part cross join lateral ${booksOf(sql`part`)} as books
        where variant_id = ${variantId} and location_id = ${locationId}
      ), made_up as (
        insert into inventory.movement (variant_id, location_id, delta, reason, actor, note)
        select ${variantId}, ${locationId}, held - moved, 'repaired', ${actor}, ${note} from books where held > moved
      ), settled as (
        delete from inventory.drift where variant_id = ${variantId} and location_id = ${locationId}
      )
      update inventory.level set on_hand = greatest(moved, held), reserved = held from books
      where variant_id = ${variantId} and location_id = ${locationId}`.execute(db);
  },
});

/** What the movements and the holds of a level say. In the place of promises nothing lies, so nothing of it can drift. */
const booksOf = (level: ReturnType<typeof sql>) => sql`(
  select
    case when ${level}.location_id = inventory.promise_place() then ${level}.on_hand else (
      select coalesce(sum(delta), 0)::integer from inventory.movement
      where movement.variant_id = ${level}.variant_id and movement.location_id = ${level}.location_id) end as moved,
    (select coalesce(sum(quantity), 0)::integer from inventory.hold
      where hold.variant_id = ${level}.variant_id and hold.location_id = ${level}.location_id) as held)`;
