import { randomUUID } from "node:crypto";
import {
  CodeRefused,
  CodeTaken,
  type Consideration,
  createPromotionsService,
  type NewCode,
  type NewPromotion,
} from "@vitrina/domain/promotions";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { createPromotionRepository } from "./promotions.repository.ts";
import type { PromotionsTables } from "./promotions.tables.ts";

const database = testDatabase<PromotionsTables>({ max: 40 });
const promotions = () =>
  createPromotionsService({
    promotions: createPromotionRepository(database.db),
    transact: createTransact(database.db, (db) => ({ promotions: createPromotionRepository(db) })),
  });

const now = new Date("2026-11-24T12:00:00Z");
let issued = 0;
async function issue(limits: Omit<NewCode, "promotionId" | "code"> = {}, terms: Partial<NewPromotion> = {}) {
  const [id, code] = [randomUUID(), `CODE${++issued}`];
  await promotions().addPromotion({ id, name: { ru: "Скидка", en: "Discount" }, basisPoints: 1_000, ...terms });
  await promotions().addCode({ promotionId: id, code, ...limits });
  return code;
}
const granted = (code: string): Consideration[] => [{ code, name: null, amount: 100, obstacle: null }];
const redeem = (code: string, by: { orderId?: string; customerKey?: string } = {}) =>
  promotions().redeem({
    orderId: randomUUID(),
    customerKey: randomUUID(),
    ...by,
    currency: "RUB",
    granted: granted(code),
    now,
  });
const race = async (attempts: Promise<void>[]) => {
  const outcomes = await Promise.allSettled(attempts);
  const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  expect(refusals.every((refusal) => refusal instanceof CodeRefused)).toBe(true);
  return outcomes.length - refusals.length;
};
const evaluate = (codes: string[], customerKey: string | null = null) =>
  promotions().evaluate({ codes, customerKey, currency: "RUB", itemsAmount: 1_000_00, now });
const imbalances = () => database.db.selectFrom("promotions.imbalance").selectAll().execute();

test("a code for one order is taken by exactly one of fifty buyers", async () => {
  const code = await issue({ maxUses: 1 });

  expect(await race(Array.from({ length: 50 }, () => redeem(code)))).toBe(1);
  expect(await imbalances()).toEqual([]);
});

test("a code for ten orders is taken by exactly ten of fifty buyers", async () => {
  const code = await issue({ maxUses: 10 });

  expect(await race(Array.from({ length: 50 }, () => redeem(code)))).toBe(10);
  expect(await imbalances()).toEqual([]);
});

test("a code once per customer is taken once, however many carts one customer fills", async () => {
  const code = await issue({ perCustomer: 1 });
  const customerKey = randomUUID();

  expect(await race(Array.from({ length: 20 }, () => redeem(code, { customerKey })))).toBe(1);
  await redeem(code);
});

test("a code three times per customer and five times in all keeps both limits", async () => {
  const code = await issue({ perCustomer: 3, maxUses: 5 });
  const [anna, boris] = [randomUUID(), randomUUID()];

  expect(await race(Array.from({ length: 10 }, () => redeem(code, { customerKey: anna })))).toBe(3);
  expect(await race(Array.from({ length: 10 }, () => redeem(code, { customerKey: boris })))).toBe(2);
  expect(await imbalances()).toEqual([]);
});

test("a code without limits is taken by everybody, and by one customer many times", async () => {
  const code = await issue();
  const customerKey = randomUUID();

  expect(await race(Array.from({ length: 20 }, () => redeem(code, { customerKey })))).toBe(20);
});

test("a cancelled order gives its code back once", async () => {
  const code = await issue({ maxUses: 1, perCustomer: 1 });
  const [orderId, customerKey] = [randomUUID(), randomUUID()];
  await redeem(code, { orderId, customerKey });
  await expect(redeem(code)).rejects.toThrow(CodeRefused);

  await Promise.all([promotions().giveBack(orderId), promotions().giveBack(orderId)]);

  await redeem(code, { customerKey });
  await expect(redeem(code)).rejects.toThrow(CodeRefused);
  expect(await imbalances()).toEqual([]);
});

test("a code that gives no money is not taken", async () => {
  const code = await issue({ maxUses: 1 });
  const beaten = [{ code, name: null, amount: 0, obstacle: { reason: "beaten", by: "OTHER" } as const }];

  await promotions().redeem({ orderId: randomUUID(), customerKey: "c", currency: "RUB", granted: beaten, now });

  expect((await evaluate([code]))[0]?.obstacle).toBeNull();
});

test("a code that was paused meanwhile is refused when the order is placed", async () => {
  const code = await issue({}, { status: "paused" });

  await expect(redeem(code)).rejects.toMatchObject({ details: { code, obstacle: { reason: "paused" } } });
});

test("what each code gives is explained, however it is typed", async () => {
  const small = await issue();
  const big = await issue({}, { basisPoints: 2_000 });
  const over = await issue({}, { startsAt: new Date("2026-01-01"), endsAt: new Date("2026-11-01") });
  const mine = await issue({ perCustomer: 1 });
  const gone = await issue({ maxUses: 1 });
  await redeem(mine, { customerKey: "anna" });
  await redeem(gone);

  const considered = await evaluate([small.toLowerCase(), ` ${big} `, over, mine, gone, "NOPE"], "anna");

  expect(considered).toMatchObject([
    { code: small, amount: 0, obstacle: { reason: "beaten", by: big } },
    { code: big, amount: 200_00, obstacle: null },
    { code: over, obstacle: { reason: "ended", endedAt: "2026-11-01T00:00:00.000Z" } },
    { code: mine, obstacle: { reason: "used-by-you" } },
    { code: gone, obstacle: { reason: "used-up" } },
    { code: "NOPE", name: null, obstacle: { reason: "unknown" } },
  ]);
});

test("one code cannot stand for two promotions, whatever its case", async () => {
  const code = await issue();

  await expect(promotions().addCode({ promotionId: randomUUID(), code: code.toLowerCase() })).rejects.toThrow(
    CodeTaken,
  );
});
