import { expect, test } from "vitest";
import { canonicalCode, considerCodes, discountOf } from "./promotion.ts";
import { aCode } from "./testing.ts";

const now = new Date("2026-11-24T12:00:00Z");
const order = { currency: "RUB", itemsAmount: 1_000_00, now } as const;
const obstacleOf = (terms: Parameters<typeof aCode>[1]) => considerCodes([aCode("CODE", terms)], order)[0]?.obstacle;

test("a code takes its percentage off the order, rounded half up", () => {
  const [granted] = considerCodes([aCode("TEN", { basisPoints: 1_005 })], { ...order, itemsAmount: 99_90 });

  expect(granted).toEqual({
    code: "TEN",
    name: { ru: "Скидка", en: "Discount" },
    amount: 10_04,
    obstacle: null,
  });
});

test("a code nobody issued is unknown", () => {
  expect(considerCodes([{ code: "NOPE", terms: null }], order)).toEqual([
    { code: "NOPE", name: null, amount: 0, obstacle: { reason: "unknown" } },
  ]);
});

test("every reason why a code gives nothing is told with what the shopper needs", () => {
  const before = new Date(now.getTime() - 1);
  const after = new Date(now.getTime() + 1);

  expect(obstacleOf({ startsAt: after })).toEqual({ reason: "not-yet", startsAt: after.toISOString() });
  expect(obstacleOf({ endsAt: before })).toEqual({ reason: "ended", endedAt: before.toISOString() });
  expect(obstacleOf({ paused: true })).toEqual({ reason: "paused" });
  expect(obstacleOf({ usedUp: true })).toEqual({ reason: "used-up" });
  expect(obstacleOf({ perCustomer: 1, usesByCustomer: 1 })).toEqual({ reason: "used-by-you" });
  expect(obstacleOf({ minimums: { RUB: 1_000_01 } })).toEqual({ reason: "minimum", missing: 1, currency: "RUB" });
});

test("a promotion begins and ends on the instant", () => {
  expect(obstacleOf({ startsAt: now })).toBeNull();
  expect(obstacleOf({ endsAt: now })).toMatchObject({ reason: "ended" });
});

test("a code for a group gives nothing to guests and strangers, and tells them nothing else", () => {
  const strangers = { memberships: [], paused: true, endsAt: new Date(0) };

  expect(obstacleOf({ memberships: [] })).toEqual({ reason: "not-for-you" });
  expect(obstacleOf(strangers)).toEqual({ reason: "not-for-you" });
});

test("a code for a group serves its members from the first instant of their membership to before the last", () => {
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  const whole = [{ from: at(0), until: null }];

  expect(obstacleOf({ memberships: whole })).toBeNull();
  expect(obstacleOf({ memberships: [{ from: at(-9), until: at(1) }] })).toBeNull();
  expect(obstacleOf({ memberships: [{ from: at(-9), until: at(0) }] })).toEqual({ reason: "not-for-you" });
  expect(obstacleOf({ memberships: [{ from: at(1), until: null }] })).toEqual({ reason: "not-for-you" });
  expect(obstacleOf({ memberships: [{ from: at(-9), until: at(-8) }, ...whole] })).toBeNull();
  expect(obstacleOf({ memberships: whole, paused: true })).toEqual({ reason: "paused" });
});

test("a minimum holds in its own currency only", () => {
  const code = aCode("TEN", { minimums: { EUR: 1_000_000_00 } });

  expect(considerCodes([code], order)[0]?.obstacle).toBeNull();
});

test("of several codes the one that gives most wins and the others hear by whom they were beaten", () => {
  const codes = [aCode("SMALL"), aCode("BIG", { basisPoints: 2_000 }), aCode("OVER", { paused: true })];

  const considered = considerCodes(codes, order);

  expect(considered).toMatchObject([
    { code: "SMALL", amount: 0, obstacle: { reason: "beaten", by: "BIG" } },
    { code: "BIG", amount: 200_00, obstacle: null },
    { code: "OVER", amount: 0, obstacle: { reason: "paused" } },
  ]);
  expect(discountOf(considered)).toBe(200_00);
});

test("among equal codes the higher priority wins, whichever was entered first", () => {
  const winnerOf = (...codes: ReturnType<typeof aCode>[]) =>
    considerCodes(codes, order).find(({ obstacle }) => !obstacle)?.code;

  expect(winnerOf(aCode("AAA"), aCode("BBB"))).toBe("AAA");
  expect(winnerOf(aCode("BBB"), aCode("AAA"))).toBe("AAA");
  expect(winnerOf(aCode("AAA"), aCode("BBB", { priority: 1 }))).toBe("BBB");
});

test("a code is the same however it is typed", () => {
  expect(canonicalCode(" spring26 ")).toBe("SPRING26");
});
