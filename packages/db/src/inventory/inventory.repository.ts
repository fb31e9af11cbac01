import {
  LevelAdrift,
  MAIN_LOCATION,
  type MovedBy,
  NotHereYet,
  NothingAllocated,
  type Shortage,
  type StockRepository,
} from "@vitrina/domain/inventory";
import type { AliasableExpression, ExpressionBuilder, Kysely } from "kysely";
import type { InventoryTables } from "./inventory.tables.ts";

/** As the functions raise them. */
const REFUSALS: Record<string, () => Error> = {
  VT002: () => new NothingAllocated({}),
  VT003: () => new NotHereYet({}),
  VT004: () => new LevelAdrift({}),
};
const asRefusal = (error: { code?: string }): never => {
  throw REFUSALS[error.code ?? ""]?.() ?? error;
};

type Call<Answer> = (eb: ExpressionBuilder<InventoryTables, never>) => AliasableExpression<Answer>;

/** The statements live in the schema `inventory` as functions, so that an order is placed in one round trip with them. */
export const createStockRepository = (db: Kysely<InventoryTables>): StockRepository => {
  const call = async <Answer>(answer: Call<Answer>): Promise<Answer> => {
    const row = await db.selectNoFrom((eb) => answer(eb).as("answer")).executeTakeFirstOrThrow();
    return row.answer as Answer;
  };
  const move = async (moves: object[], reason: string, { reference, actor }: MovedBy) => {
    const placed = JSON.stringify(moves.map((line) => ({ locationId: MAIN_LOCATION, ...line })));
    const shortages = await call<Shortage[] | null>((eb) =>
      eb.fn("inventory.move", [eb.val(placed), eb.val(reason), eb.val(reference), eb.val(actor)]),
    );
    return shortages ?? [];
  };

  return {
    async availableOf(variantIds) {
      const rows = await db
        .selectFrom("inventory.availability")
        .select(["variantId", "available"])
        .where((eb) => eb("variantId", "=", eb.fn.any(eb.val(variantIds))))
        .execute();
      return new Map(rows.map(({ variantId, available }) => [variantId, available]));
    },

    async onHandOf(variantIds) {
      const rows = await db
        .selectFrom("inventory.level")
        .select(["variantId", "onHand"])
        .where("locationId", "=", MAIN_LOCATION)
        .where((eb) => eb("variantId", "=", eb.fn.any(eb.val(variantIds))))
        .execute();
      return new Map(rows.map(({ variantId, onHand }) => [variantId, onHand]));
    },

    async sellableOf(variantIds) {
      const rows = await db
        .selectFrom("inventory.availability")
        .select(["variantId", "onShelf", "backOrder", "expectedOn"])
        .where((eb) => eb("variantId", "=", eb.fn.any(eb.val(variantIds))))
        .execute();
      return new Map(rows.map(({ variantId, ...sellable }) => [variantId, sellable]));
    },

    async hold(holderId, demands, { until, now, country, together }) {
      const answer = await call<{ shortages: Shortage[] | null; until: string | null; parcels: number }>((eb) =>
        eb.fn("inventory.hold_goods", [
          eb.val(holderId),
          eb.val(JSON.stringify(demands)),
          eb.val(until),
          eb.val(country ?? null),
          eb.val(now),
          eb.val(together ?? false),
        ]),
      );
      return {
        shortages: answer.shortages ?? [],
        until: answer.until === null ? until : new Date(answer.until),
        parcels: answer.parcels,
      };
    },
    async allocate(holderId, demands) {
      const shortages = await call<Shortage[] | null>((eb) =>
        eb.fn("inventory.allocate", [eb.val(holderId), eb.val(JSON.stringify(demands))]),
      );
      return shortages ?? [];
    },
    async setAllocation(holderId, { variantId, quantity }) {
      const shortages = await call<Shortage[] | null>((eb) =>
        eb.fn("inventory.set_allocation", [eb.val(holderId), eb.val(variantId), eb.val(quantity)]),
      ).catch(asRefusal);
      return shortages ?? [];
    },
    async release(holderId) {
      await call((eb) => eb.fn("inventory.release", [eb.val(holderId)]));
    },
    releaseExpired: (now, limit) =>
      call<number>((eb) => eb.fn("inventory.release_expired", [eb.val(now), eb.val(limit)])),
    async ship(holderId, { reference, actor }) {
      await call((eb) => eb.fn("inventory.ship", [eb.val(holderId), eb.val(reference), eb.val(actor)])).catch(
        asRefusal,
      );
    },

    fillPromises: (limit) => call<number>((eb) => eb.fn("inventory.fill_promises", [eb.val(limit)])),
    async endBackOrders(now) {
      await db
        .updateTable("inventory.policy")
        .set(({ eb, lit }) => ({ mode: "off", until: null, version: eb("version", "+", lit(1)) }))
        .where("mode", "=", "until")
        .where("until", "<=", now)
        .execute();
    },

    async receive(receipts, by) {
      const moves = receipts.map(({ quantity, ...receipt }) => ({ ...receipt, delta: quantity }));
      await move(moves, "received", by);
    },
    adjust: (adjustments, by) => move([...adjustments], "adjusted", by),
    async count(counts, by) {
      await move([...counts], "imported", by);
    },
  };
};
