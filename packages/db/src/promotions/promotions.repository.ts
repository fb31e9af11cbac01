import { CodeRefused, CodeTaken, type Obstacle, type PromotionRepository } from "@vitrina/domain/promotions";
import { Id } from "@vitrina/domain/core";
import type { Kysely } from "kysely";
import type { PromotionsTables } from "./promotions.tables.ts";
import { readPeriods, type WrittenPeriods } from "./written-terms.ts";

/** The key of a guest is no person's id. */
const personOf = (customerKey: string | null) => Id.safeParse(customerKey).data ?? null;

type Refusal = { code: string; obstacle: Obstacle };

export const createPromotionRepository = (db: Kysely<PromotionsTables>): PromotionRepository => ({
  async findCodes(codes, { key, now }) {
    const rows = await db
      .selectFrom("promotions.terms as terms")
      .leftJoin("promotions.customerUse as use", (join) =>
        join.onRef("use.code", "=", "terms.code").on("use.customerKey", "=", key),
      )
      .selectAll("terms")
      .select((eb) => [
        "use.uses",
        eb
          .fn<WrittenPeriods>("promotions.memberships", ["terms.groupId", eb.val(personOf(key)), eb.val(now)])
          .as("periods"),
      ])
      .where((eb) => eb("terms.code", "=", eb.fn.any(eb.val(codes))))
      .execute();
    const known = new Map(
      rows.map(({ code, uses, periods, groupId, promotionId: _, ...terms }) => [
        code,
        { ...terms, usesByCustomer: uses ?? 0, memberships: groupId === null ? null : readPeriods(periods) },
      ]),
    );
    return codes.map((code) => ({ code, terms: known.get(code) ?? null }));
  },

  listForGroup: (groupId, limit) =>
    db
      .selectFrom("promotions.promotion")
      .select(["id", "name"])
      .where("groupId", "=", groupId)
      .orderBy("id")
      .limit(limit)
      .execute(),

  async listUsed(customerKey, limit) {
    const rows = await db
      .selectFrom("promotions.redemption")
      .select(["code", "orderId", "amount", "currency", "redeemedAt"])
      .where("customerKey", "=", customerKey)
      .orderBy("redeemedAt", "desc")
      .limit(limit)
      .execute();
    return rows.map(({ code, orderId, amount, currency, redeemedAt }) => ({
      code,
      orderId,
      amount: { amount, currency },
      redeemedAt: redeemedAt.toISOString(),
    }));
  },

  async redeem({ orderId, customerKey, currency, granted, now }) {
    const redemptions = granted
      .filter(({ amount, obstacle }) => amount > 0 && !obstacle)
      .map(({ code, amount }) => ({ code, customerKey, amount, currency }));
    const { refusal } = await db
      .selectNoFrom((eb) =>
        eb
          .fn<Refusal | null>("promotions.redeem", [eb.val(orderId), eb.val(JSON.stringify(redemptions)), eb.val(now)])
          .as("refusal"),
      )
      .executeTakeFirstOrThrow();
    if (refusal) throw new CodeRefused(refusal);
  },

  async giveBack(orderId) {
    await db.selectNoFrom((eb) => eb.fn("promotions.give_back", [eb.val(orderId)]).as("done")).execute();
  },

  async addPromotion({ name, minimums = {}, ...promotion }) {
    await db
      .insertInto("promotions.promotion")
      .values({
        ...promotion,
        kind: "percent-off-order",
        name: JSON.stringify(name),
        minimums: JSON.stringify(minimums),
      })
      .execute();
  },

  async addCode({ code, promotionId, maxUses = null, perCustomer = null }) {
    const added = await db
      .insertInto("promotions.code")
      .values({ code, promotionId, maxUses, perCustomer })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .returning("code")
      .executeTakeFirst();
    if (!added) throw new CodeTaken({ code });
  },
});
