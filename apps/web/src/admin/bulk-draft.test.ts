import { expect, test } from "vitest";
import { changeTyped, signedHundredths } from "#admin/bulk-draft.ts";

const typing =
  (fields: Record<string, string>) =>
  (name: string): string =>
    fields[name] ?? "";

test("a price goes down by what was typed with a minus, whichever minus and comma the person has", () => {
  expect(["-10", "−10,5", "+12.50", " 1 000 ", "7%"].map(signedHundredths)).toEqual([-1000, -1050, 1250, 100_000, 700]);
  expect(["", "ten", "1.234", "--1"].map(signedHundredths)).toEqual([null, null, null, null]);
});

test("what is missing is named, and the rest is asked for as it was typed", () => {
  expect(changeTyped({ choice: "category-put", typed: typing({}), target: null })).toEqual({ lacks: "target" });
  expect(changeTyped({ choice: "price-percent", typed: typing({ by: "0" }), target: null })).toEqual({ lacks: "by" });
  expect(changeTyped({ choice: "price-percent", typed: typing({ by: "-100" }), target: null })).toEqual({
    lacks: "by",
  });
  expect(changeTyped({ choice: "safety-stock", typed: typing({ pieces: "a few" }), target: null })).toEqual({
    lacks: "pieces",
  });
  expect(
    changeTyped({
      choice: "price-percent",
      typed: typing({ by: "-10", currency: "EUR", from: "2026-12-01T00:00" }),
      target: null,
    }),
  ).toEqual({
    kind: "price",
    currency: "EUR",
    by: { in: "percent", basisPoints: -1000 },
    from: "2026-11-30T21:00:00.000Z",
  });
  expect(changeTyped({ choice: "brand", typed: typing({ brand: "  " }), target: null })).toEqual({
    kind: "brand",
    brand: null,
  });
});
