import { LocationCodeTaken, type LocationsRepository, type StockLocation } from "@vitrina/domain/inventory";
import type { Kysely } from "kysely";
import type { InventoryTables } from "./inventory.tables.ts";

const COLUMNS = ["id", "code", "name", "priority", "countries", "closed", "version"] as const;

const codeTaken =
  ({ code }: Pick<StockLocation, "code">) =>
  (error: { constraint?: string }): never => {
    throw error.constraint === "location_code_unique" ? new LocationCodeTaken({ code }) : error;
  };

export const createLocationsRepository = (db: Kysely<InventoryTables>): LocationsRepository => {
  const shelves = db.selectFrom("inventory.location").where("kind", "=", "shelf").where("removed", "=", false);
  /** The table holds what the schema lets in: both names are there. */
  const read = (row: unknown) => row as StockLocation;

  return {
    async list(limit) {
      const rows = await shelves.select(COLUMNS).orderBy("priority").orderBy("code").limit(limit).execute();
      return rows.map(read);
    },
    async count() {
      const { places } = await shelves.select(({ fn }) => fn.countAll<number>().as("places")).executeTakeFirstOrThrow();
      return places;
    },
    async add({ name, ...location }) {
      await db
        .insertInto("inventory.location")
        .values({ ...location, name: JSON.stringify(name) })
        .execute()
        .catch(codeTaken(location));
    },
    async lock(id) {
      const row = await shelves.select(COLUMNS).where("id", "=", id).forUpdate().executeTakeFirst();
      return row ? read(row) : null;
    },
    async save({ id, name, ...location }) {
      await db
        .updateTable("inventory.location")
        .set({ ...location, name: JSON.stringify(name) })
        .where("id", "=", id)
        .execute()
        .catch(codeTaken(location));
    },
    async piecesIn(id) {
      const { here } = await db
        .selectFrom("inventory.level")
        .select(({ fn }) => fn.sum<number | null>("onHand").as("here"))
        .where("locationId", "=", id)
        .executeTakeFirstOrThrow();
      const { coming } = await db
        .selectFrom("inventory.transfer")
        .innerJoin("inventory.transferLine as line", "line.transferId", "inventory.transfer.id")
        .select(({ fn }) => fn.sum<number | null>("line.sent").as("coming"))
        .where("state", "=", "sent")
        .where("toId", "=", id)
        .executeTakeFirstOrThrow();
      return Number(here ?? 0) + Number(coming ?? 0);
    },
    async remove(id) {
      await db.updateTable("inventory.location").set({ removed: true }).where("id", "=", id).execute();
    },
  };
};
