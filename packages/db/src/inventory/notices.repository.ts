// oxlint-disable-next-line no-restricted-imports -- one look per waiting variant and rows taken past those of others, which the builder cannot say
import { sql, type ExpressionBuilder, type Kysely } from "kysely";
import type { DueNotice, NoticeOwner, NoticesRepository, OpenedNotice } from "@vitrina/domain/inventory";
import type { CatalogTables } from "@vitrina/db/catalog";
import type { InventoryTables } from "./inventory.tables.ts";

type Tables = CatalogTables & InventoryTables;

/** Variants that somebody waits for which one statement looks at. */
const PART = 500;

export const createNoticesRepository = (db: Kysely<Tables>, { part = PART } = {}): NoticesRepository => {
  const goods = () =>
    db
      .selectFrom("catalog.offer as offer")
      .select(["offer.variantId", "offer.slug", "offer.sku", "offer.name", "offer.optionNames"]);

  return {
    async findGoods(variantId) {
      const row = await goods()
        .innerJoin("inventory.availability as stock", "stock.variantId", "offer.variantId")
        .select(["stock.onShelf", "offer.published"])
        .where("offer.variantId", "=", variantId)
        .executeTakeFirst();
      return row ?? null;
    },

    async listOwn(owner, limit) {
      const rows = await goods()
        .innerJoin("inventory.notice as notice", "notice.variantId", "offer.variantId")
        .select(["notice.id", "notice.email", "notice.askedAt"])
        .where(ownedBy(owner))
        .where("notice.confirmedAt", "is not", null)
        .orderBy("notice.askedAt", "desc")
        .orderBy("notice.id")
        .limit(limit)
        .execute();
      return rows.map(({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }));
    },

    async find(confirmHash, now) {
      const row = await goods()
        .innerJoin("inventory.notice as notice", "notice.variantId", "offer.variantId")
        .select(["notice.email", "notice.confirmedAt"])
        .where("notice.confirmHash", "=", Buffer.from(confirmHash))
        .where("notice.expiresAt", ">", now)
        .executeTakeFirst();
      if (!row) return null;
      const { confirmedAt, ...found } = row;
      return { ...found, state: confirmedAt === null ? "asked" : "waiting" } satisfies OpenedNotice;
    },

    async findStopped(stopHash) {
      const row = await db
        .selectFrom("inventory.notice")
        .select(({ fn }) => [fn.min("email").as("email"), fn.countAll<number>().as("count")])
        .where("stopHash", "=", Buffer.from(stopHash))
        .executeTakeFirst();
      return row?.email ? { email: row.email, count: Number(row.count) } : null;
    },

    async lockAddress(emailCanonical) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`notice:${emailCanonical}`}, 0))`.execute(db);
      const { count } = await db
        .selectFrom("inventory.notice")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("emailCanonical", "=", emailCanonical)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async keep(draft) {
      const row = {
        ...draft,
        stopHash: Buffer.from(draft.stopHash),
        confirmHash: draft.confirmHash && Buffer.from(draft.confirmHash),
      };
      const kept = await db
        .insertInto("inventory.notice")
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(["variantId", "emailCanonical"])
            .doUpdateSet(row)
            .where("inventory.notice.confirmedAt", "is", null)
            .where("inventory.notice.id", "<", draft.id),
        )
        .executeTakeFirst();
      return kept.numInsertedOrUpdatedRows === 1n;
    },

    async findWaiting(variantId, emailCanonical) {
      const row = await db
        .selectFrom("inventory.notice")
        .select("id")
        .where("variantId", "=", variantId)
        .where("emailCanonical", "=", emailCanonical)
        .where("confirmedAt", "is not", null)
        .executeTakeFirst();
      return row?.id ?? null;
    },

    async confirm(confirmHash, { now, until }) {
      const done = await db
        .updateTable("inventory.notice")
        .set(({ fn, ref, val }) => ({
          expiresAt: until,
          confirmedAt: fn.coalesce(ref("confirmedAt"), val(now)),
        }))
        .where("confirmHash", "=", Buffer.from(confirmHash))
        .where("expiresAt", ">", now)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },

    async cancel(id, owner) {
      const gone = await db
        .deleteFrom("inventory.notice as notice")
        .where("id", "=", id)
        .where(ownedBy(owner))
        .executeTakeFirst();
      return gone.numDeletedRows === 1n;
    },

    async stop(stopHash) {
      await db.deleteFrom("inventory.notice").where("stopHash", "=", Buffer.from(stopHash)).execute();
    },

    takeDue: (after, limit, now) => takeDue(db, { after, limit, now, part }),

    async forgetExpired(now, limit) {
      const gone = await db
        .deleteFrom("inventory.notice")
        .where("id", "in", (eb) =>
          eb.selectFrom("inventory.notice").select("id").where("expiresAt", "<=", now).limit(limit),
        )
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
  };
};

/** The variants that somebody waits for are stepped through by the index, however many wait for each. */
async function takeDue(
  db: Kysely<Tables>,
  { after, limit, now, part }: { after: string | null; limit: number; now: Date; part: number },
): Promise<{ due: DueNotice[]; last: string | null }> {
  const next = (beyond: ReturnType<typeof sql>) => sql`
    (select variant_id from inventory.notice where confirmed_at is not null and ${beyond} order by variant_id limit 1)`;
  const { rows } = await sql<{ due: DueNotice[] | null; looked: number; last: string | null }>`
    with recursive step as (
      select ${next(after === null ? sql`true` : sql`variant_id > ${after}`)} as variant_id, 1 as turn
      union all
      select ${next(sql`notice.variant_id > step.variant_id`)}, turn + 1 from step where variant_id is not null and turn < ${part}
    ), wanted as materialized (
      select variant_id from step where variant_id is not null
    ), here as materialized (
      select variant_id from wanted join inventory.availability as stock using (variant_id)
      join catalog.offer using (variant_id) where stock.on_shelf > 0 and offer.published
    ), due as materialized (
      select id from inventory.notice where confirmed_at is not null and expires_at > ${now}
        and variant_id in (select variant_id from here)
      order by asked_at, id limit ${limit} for update skip locked
    ), gone as (
      delete from inventory.notice where id in (select id from due)
      returning id, variant_id, email, email_canonical, locale, asked_at
    )
    select
      (select json_agg(json_build_object('id', id, 'variantId', variant_id, 'email', email, 'emailCanonical', email_canonical,
        'locale', locale) order by asked_at, id) from gone) as due,
      (select count(*)::integer from wanted) as looked,
      (select variant_id from wanted order by variant_id desc limit 1) as last`.execute(db);
  const [row] = rows;
  return { due: row?.due ?? [], last: row?.looked === part ? row.last : null };
}

const ownedBy =
  ({ userId, emailCanonical }: NoticeOwner) =>
  (eb: ExpressionBuilder<{ notice: Tables["inventory.notice"] }, "notice">) =>
    eb.or([
      eb("notice.userId", "=", userId),
      ...(emailCanonical === null ? [] : [eb("notice.emailCanonical", "=", emailCanonical)]),
    ]);
