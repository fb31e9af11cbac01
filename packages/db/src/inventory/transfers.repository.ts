// oxlint-disable-next-line no-restricted-imports -- an update from one JSON parameter, which the builder cannot say
import { sql, type Kysely } from "kysely";
import type { Shortage, Transfer, TransferDetails, TransfersRepository } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";

import type { InventoryTables } from "./inventory.tables.ts";

type Tables = CatalogTables & InventoryTables;

export const createTransfersRepository = (db: Kysely<Tables>): TransfersRepository => {
  const sums = () =>
    db.selectFrom("inventory.transfer").select((eb) => [
      "id",
      "fromId",
      "toId",
      "state",
      "note",
      "sentAt",
      "receivedAt",
      "version",
      eb
        .selectFrom("inventory.transferLine as line")
        .select(({ fn }) => fn.sum<number>("line.sent").as("pieces"))
        .whereRef("line.transferId", "=", "inventory.transfer.id")
        .as("pieces"),
    ]);
  type Row = Awaited<ReturnType<ReturnType<typeof sums>["executeTakeFirstOrThrow"]>>;
  const read = ({ sentAt, receivedAt, pieces, ...row }: Row): Transfer => ({
    ...row,
    pieces: Number(pieces ?? 0),
    sentAt: sentAt.toISOString(),
    receivedAt: receivedAt?.toISOString() ?? null,
  });

  async function find(id: string): Promise<TransferDetails | null> {
    const row = await sums().where("id", "=", id).executeTakeFirst();
    if (!row) return null;
    const lines = await db
      .selectFrom("inventory.transferLine as line")
      .innerJoin("catalog.offer as offer", "offer.variantId", "line.variantId")
      .select(["line.variantId", "offer.sku", "offer.name", "offer.optionNames", "line.sent", "line.received"])
      .where("line.transferId", "=", id)
      .orderBy("offer.sku")
      .execute();
    return { ...read(row), lines };
  }

  return {
    async list({ after, limit }) {
      let query = sums();
      if (after)
        query = query.where(({ eb, refTuple, tuple }) => eb(refTuple("sentAt", "id"), "<", tuple(after.at, after.id)));
      const rows = await query.orderBy("sentAt", "desc").orderBy("id", "desc").limit(limit).execute();
      return rows.map(read);
    },
    find,

    async variantsOf(skus) {
      const rows = await db
        .selectFrom("catalog.variant")
        .select(["id", "sku"])
        .where((eb) => eb("sku", "=", eb.fn.any(eb.val(skus))))
        .execute();
      return new Map(rows.map(({ id, sku }) => [sku, id]));
    },

    async lockPlaces(ids) {
      const rows = await db
        .selectFrom("inventory.location")
        .select("id")
        .where((eb) => eb("id", "=", eb.fn.any(eb.val(ids))))
        .where("kind", "=", "shelf")
        .where("removed", "=", false)
        .orderBy("id")
        .forShare()
        .execute();
      return rows.length === ids.length;
    },

    async add({ lines, ...transfer }) {
      await db.insertInto("inventory.transfer").values(transfer).execute();
      await db
        .insertInto("inventory.transferLine")
        .values(lines.map(({ variantId, quantity }) => ({ transferId: transfer.id, variantId, sent: quantity })))
        .execute();
    },

    async lock(id) {
      await db.selectFrom("inventory.transfer").select("id").where("id", "=", id).forUpdate().execute();
      return find(id);
    },

    async saveReceived(id, received, at) {
      await db
        .updateTable("inventory.transfer")
        .set(({ eb, lit }) => ({ state: "received", receivedAt: at, version: eb("version", "+", lit(1)) }))
        .where("id", "=", id)
        .execute();
      const told = JSON.stringify([...received].map(([variantId, pieces]) => ({ variantId, pieces })));
      await sql`
        update inventory.transfer_line as line set received = told.pieces
        from jsonb_to_recordset(${told}::jsonb) as told ("variantId" uuid, pieces integer)
        where line.transfer_id = ${id} and line.variant_id = told."variantId"`.execute(db);
    },

    async move(moves, { kind, reference, actor, note }) {
      if (moves.length === 0) return [];
      const { shortages } = await db
        .selectNoFrom(({ fn, val }) =>
          fn<Shortage[] | null>("inventory.move", [
            val(JSON.stringify(moves)),
            val(kind),
            val(reference),
            val(actor),
            val(note),
          ]).as("shortages"),
        )
        .executeTakeFirstOrThrow();
      return shortages ?? [];
    },
  };
};
