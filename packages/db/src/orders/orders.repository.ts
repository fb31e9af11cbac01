// oxlint-disable-next-line no-restricted-imports -- constants that an index has too, where the builder has parameters
import { type Selectable, sql } from "kysely";
import type { OrderPosition, OrdersReader, OrdersRepository, OrderSummary, WorklistPage } from "@vitrina/domain/orders";
import { completeOrder, type OrdersDatabase } from "./order-rows.ts";
import { guestOrdersOf } from "./personal-data.ts";
import type { OrdersTables } from "./orders.tables.ts";

const SHOWN_PICTURES = 4;
/** Word for word as order_to_ship has it: an order that was cancelled is not packed. */
const TO_SHIP = sql<boolean>`state = 'placed' and fulfilment_state = 'unfulfilled'`;
const WITH_SPECIAL_MEANING = /[\\%_]/g;

export const createOrdersReader = (db: OrdersDatabase): OrdersReader => ({
  async find(key) {
    let query = db.selectFrom("orders.order").selectAll();
    if ("accessHash" in key) query = query.where("accessHash", "=", Buffer.from(key.accessHash));
    else query = query.where("id", "=", key.id);
    if ("userId" in key) query = query.where("userId", "=", key.userId);
    const row = await query.executeTakeFirst();
    return row ? completeOrder(db, row) : null;
  },

  async list(userId, { after, limit }) {
    const rows = await newestFirst(db, after).where("userId", "=", userId).limit(limit).execute();
    return summaries(db, rows);
  },

  async worklist({ after, limit, ...filter }) {
    const rows = await filtered(newestFirst(db, after), filter).limit(limit).execute();
    const found = await summaries(db, rows);
    return found.map((summary, index) => ({ ...summary, email: rows[index]?.email ?? "" }));
  },

  async countToShip(most) {
    const waiting = db.selectFrom("orders.order").select("id").where(TO_SHIP).limit(most);
    const { orders } = await db
      .selectFrom(waiting.as("waiting"))
      .select(({ fn }) => fn.countAll<number>().as("orders"))
      .executeTakeFirstOrThrow();
    return orders;
  },

  async lastAddress(userId) {
    const row = await db
      .selectFrom("orders.order")
      .select("address")
      .where("userId", "=", userId)
      .orderBy("placedAt", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row?.address ?? null;
  },

  async listOpen(person) {
    const asGuest = await guestOrdersOf(db, person);
    return db
      .selectFrom("orders.order")
      .select(["id", "number"])
      .where("state", "=", "placed")
      .where(({ eb, or }) =>
        or([eb("userId", "=", person.id), ...(asGuest.length === 0 ? [] : [eb("id", "in", asGuest)])]),
      )
      .orderBy("placedAt")
      .orderBy("number")
      .execute();
  },

  async listClaimable(person, limit) {
    const ids = await guestOrdersOf(db, person);
    if (ids.length === 0) return [];
    return summaries(db, await newestFirst(db, null).where("id", "in", ids).limit(limit).execute());
  },

  async findBuyers({ number, phones }, limit) {
    const rows = await db
      .selectFrom("orders.order")
      .select("userId")
      .distinct()
      .where("userId", "is not", null)
      .where((eb) =>
        eb.or([
          eb("number", "=", number),
          ...(phones.length === 0 ? [] : [eb(eb.ref("address", "->>").key("phone"), "in", [...phones])]),
        ]),
      )
      .limit(limit)
      .execute();
    return rows.flatMap(({ userId }) => userId ?? []);
  },

  async findDelivered(userId, productId) {
    const row = await db
      .selectFrom("orders.order")
      .innerJoin("orders.line", "orders.line.orderId", "orders.order.id")
      .select("orders.order.id as orderId")
      .where("orders.order.userId", "=", userId)
      .where("orders.order.fulfilmentState", "=", "delivered")
      .where("orders.line.productId", "=", productId)
      .orderBy("orders.order.placedAt", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ?? null;
  },
});

export const createOrdersRepository = (db: OrdersDatabase): OrdersRepository => ({
  ...createOrdersReader(db),

  async claim(person, ids) {
    const claimable = (await guestOrdersOf(db, person)).filter((id) => ids.includes(id));
    if (claimable.length === 0) return [];
    const claimed = await db
      .updateTable("orders.order")
      .set({ userId: person.id })
      .where("id", "in", claimable)
      .where("userId", "is", null)
      .returning("id")
      .execute();
    return claimed.map(({ id }) => id);
  },

  async lock(id) {
    const row = await db
      .selectFrom("orders.order")
      .select(["number", "cartId", "locale", "version", "state", "paymentState", "fulfilmentState"])
      .where("id", "=", id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row ?? null;
  },

  async saveMove({ orderId, states, events, actor, at }) {
    await db
      .updateTable("orders.order")
      .set((eb) => ({ ...states, version: eb("version", "+", 1) }))
      .where("id", "=", orderId)
      .execute();
    if (states.paymentState === "paid")
      await db
        .updateTable("orders.payment")
        .set({ state: "captured" })
        .where("orderId", "=", orderId)
        .where("state", "in", ["pending", "authorising", "authorised", "capturing"])
        .execute();
    if (events.length > 0)
      await db
        .insertInto("orders.event")
        .values(events.map((type) => ({ orderId, type, actor, at })))
        .execute();
  },
});

function newestFirst(db: OrdersDatabase, after: OrderPosition | null) {
  const query = db.selectFrom("orders.order").selectAll();
  const rest = after
    ? query.where((eb) => eb(eb.refTuple("placedAt", "id"), "<", eb.tuple(after.placedAt, after.id)))
    : query;
  return rest.orderBy("placedAt", "desc").orderBy("id", "desc");
}

function staged(query: ReturnType<typeof newestFirst>, fulfilment: WorklistPage["fulfilment"]) {
  if (fulfilment === "unfulfilled") return query.where(TO_SHIP);
  return fulfilment ? query.where("fulfilmentState", "=", fulfilment) : query;
}

type Filter = Omit<WorklistPage, "after" | "limit">;
function filtered(all: ReturnType<typeof newestFirst>, { fulfilment, q, wholeEmail = false }: Filter) {
  const query = staged(all, fulfilment);
  if (!q) return query;
  const literal = q.replace(WITH_SPECIAL_MEANING, "\\$&");
  return query.where((eb) =>
    eb.or([
      eb("number", "=", q),
      eb("email", "ilike", wholeEmail ? literal : `${literal}%`),
      eb.exists(
        eb
          .selectFrom("orders.line")
          .select("orders.line.sku")
          .whereRef("orders.line.orderId", "=", "orders.order.id")
          .where("orders.line.sku", "=", q),
      ),
    ]),
  );
}

type OrderRow = Selectable<OrdersTables["orders.order"]>;

async function summaries(db: OrdersDatabase, rows: readonly OrderRow[]): Promise<OrderSummary[]> {
  if (rows.length === 0) return [];
  const lines = await db
    .selectFrom("orders.line")
    .select(["orderId", "quantity", "picture"])
    .where(
      "orderId",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("position")
    .execute();
  const linesOf = Map.groupBy(lines, ({ orderId }) => orderId);
  return rows.map((row) => {
    const own = linesOf.get(row.id) ?? [];
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      paymentState: row.paymentState,
      fulfilmentState: row.fulfilmentState,
      placedAt: row.placedAt.toISOString(),
      version: row.version,
      total: { amount: row.totalAmount, currency: row.currency },
      itemCount: own.reduce((sum, { quantity }) => sum + quantity, 0),
      pictures: own.flatMap(({ picture }) => picture ?? []).slice(0, SHOWN_PICTURES),
    };
  });
}
