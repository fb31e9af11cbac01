// oxlint-disable-next-line no-restricted-imports -- levels as JSON beside their variant, which the builder cannot say
import { sql, type Kysely, type Selectable } from "kysely";
import type { BackOrder, ItemsPage, StockItem, StockPolicy, StockRoomRepository } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import type { InventoryTables } from "./inventory.tables.ts";
import { countLowStock, lowStock } from "./low-stock.ts";

type Tables = CatalogTables & InventoryTables;

const WITH_SPECIAL_MEANING = /[\\%_]/g;

export const createStockRoomRepository = (db: Kysely<Tables>): StockRoomRepository => ({
  async items({ wanted, after, limit }) {
    const conditions = [sql`true`];
    if (wanted) conditions.push(sql`id in (${idsOf(wanted)})`);
    if (after !== null) conditions.push(sql`sku > ${after}`);
    const { rows } = await sql<StockItem>`
      select ${columns} from (
        select id, sku from catalog.variant where ${sql.join(conditions, sql` and `)} order by sku limit ${limit}
      ) as page join catalog.offer on offer.variant_id = page.id
      order by offer.sku`.execute(db);
    return rows;
  },

  lowStock: (page) => lowStock(db, page),
  countLowStock: (since, most) => countLowStock(db, since, most),

  async find(variantId) {
    const { rows } = await sql<StockItem>`select ${columns} from catalog.offer where variant_id = ${variantId}`.execute(
      db,
    );
    return rows[0] ?? null;
  },

  async movements({ variantId, before, limit }) {
    let query = db.selectFrom("inventory.movement").selectAll().where("variantId", "=", variantId);
    if (before !== null) query = query.where("id", "<", before);
    const rows = await query.orderBy("id", "desc").limit(limit).execute();
    return rows.map(({ id, locationId, delta, reason, reference, note, actor, createdAt }) => ({
      id,
      locationId,
      delta,
      kind: reason,
      reference,
      note,
      actor,
      at: createdAt.toISOString(),
    }));
  },

  async holds(variantId, limit) {
    const rows = await db
      .selectFrom("inventory.hold")
      .select(["locationId", "quantity", "kind", "expiresAt"])
      .where("variantId", "=", variantId)
      .orderBy("expiresAt")
      .orderBy("holderId")
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, expiresAt: row.expiresAt?.toISOString() ?? null }));
  },

  async findPolicy(variantId) {
    const row = await db
      .selectFrom("inventory.policy")
      .selectAll()
      .where("variantId", "=", variantId)
      .executeTakeFirst();
    return row ? { safetyStock: row.safetyStock, backOrder: backOrderOf(row), version: row.version } : null;
  },

  async savePolicy(variantId, { backOrder, ...policy }: StockPolicy) {
    const setting = JSON.stringify({ ...policy, ...backOrder });
    const { saved } = await db
      .selectNoFrom(({ fn, val }) => fn<boolean>("inventory.set_policy", [val(variantId), val(setting)]).as("saved"))
      .executeTakeFirstOrThrow();
    return saved;
  },

  async safetyStocks(variantIds) {
    const { rows } = await sql<{ id: string; pieces: number }>`
      select variant.id, coalesce(policy.safety_stock, 0) as pieces
      from catalog.variant left join inventory.policy on policy.variant_id = variant.id
      where variant.id = any(${variantIds}::uuid[])`.execute(db);
    return new Map(rows.map(({ id, pieces }) => [id, pieces]));
  },

  async saveSafetyStocks(wanted) {
    const ids = wanted.map(({ variantId }) => variantId);
    // Held first, so that the versions read below are the last ones.
    await sql`select from catalog.variant where id = any(${ids}::uuid[]) order by id for update`.execute(db);
    await sql`select from inventory.policy where variant_id = any(${ids}::uuid[]) order by variant_id for update`.execute(
      db,
    );
    await sql`
      select inventory.set_policy(wanted."variantId", jsonb_build_object(
        'safetyStock', wanted.pieces, 'mode', coalesce(policy.mode, 'off'), 'most', policy.most, 'until', policy.until,
        'expectedOn', policy.expected_on, 'version', coalesce(policy.version, 0)))
      from (
        select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as given ("variantId" uuid, pieces integer) order by "variantId"
      ) as wanted left join inventory.policy on policy.variant_id = wanted."variantId"`.execute(db);
  },

  async lockLevel(variantId, locationId) {
    await db
      .insertInto("inventory.level")
      .columns(["variantId", "locationId", "onHand"])
      .expression((eb) =>
        eb
          .selectFrom(["catalog.variant as variant", "inventory.location as place"])
          .select(({ ref, lit }) => [
            ref("variant.id").as("variantId"),
            ref("place.id").as("locationId"),
            lit(0).as("onHand"),
          ])
          .where("variant.id", "=", variantId)
          .where("place.id", "=", locationId)
          .where("place.kind", "=", "shelf")
          .where("place.removed", "=", false)
          .forShare("place"),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const levels = await db
      .selectFrom("inventory.level as level")
      .innerJoin("inventory.location as place", "place.id", "level.locationId")
      .select(["level.locationId", "level.onHand", "level.reserved", "place.kind", "place.removed"])
      .where("level.variantId", "=", variantId)
      .orderBy("level.locationId")
      .forUpdate("level")
      .execute();
    const found = levels.find((level) => level.locationId === locationId && level.kind === "shelf" && !level.removed);
    return found ? { locationId, onHand: found.onHand, reserved: found.reserved } : null;
  },

  async move(moves, { kind, reference, actor, note }) {
    await db
      .selectNoFrom(({ fn, val }) =>
        fn("inventory.move", [val(JSON.stringify(moves)), val(kind), val(reference), val(actor), val(note)]).as(
          "answer",
        ),
      )
      .execute();
  },
});

type PolicyRow = Pick<Selectable<Tables["inventory.policy"]>, "mode" | "most" | "until" | "expectedOn">;

function backOrderOf({ mode, most, until, expectedOn }: PolicyRow): BackOrder {
  if (mode === "limit" && most !== null) return { mode, most, expectedOn };
  if (mode === "until" && until !== null) return { mode, until: until.toISOString(), expectedOn };
  return { mode: "off" };
}

/** By the SKU's beginning, a whole barcode or the product, each by its own index. */
const idsOf = ({ text, productIds }: NonNullable<ItemsPage["wanted"]>) => sql`
  select id from catalog.variant where lower(sku) like ${`${text.toLowerCase().replace(WITH_SPECIAL_MEANING, "\\$&")}%`}
  union select id from catalog.variant where gtins @> array[${text}]
  union select id from catalog.variant where product_id = any(${[...productIds]}::uuid[])`;

const columns = sql`
  offer.variant_id, offer.sku, offer.name, offer.option_names,
  (
    select coalesce(json_agg(json_build_object('locationId', level.location_id, 'onHand', level.on_hand, 'reserved', level.reserved)
      order by place.priority, place.code), '[]')
    from inventory.level join inventory.location as place on place.id = level.location_id
    where level.variant_id = offer.variant_id and place.kind = 'shelf' and not place.removed
  ) as levels`;
