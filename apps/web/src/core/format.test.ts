import { expect, test } from "vitest";
import { formatDays, formatMean, formatMoney } from "#core/format.ts";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, " ");

test("a Russian price has spaced thousands, a comma and the sign behind it", () => {
  expect(plain(formatMoney("ru", { amount: 1_299_000, currency: "RUB" }))).toBe("12 990 ₽");
  expect(plain(formatMoney("ru", { amount: 1_299_050, currency: "EUR" }))).toBe("12 990,50 €");
  expect(plain(formatMoney("ru", { amount: 5, currency: "USD" }))).toBe("0,05 $");
});

test("an English price has the sign in front, whatever the currency", () => {
  expect(formatMoney("en", { amount: 1_299_000, currency: "RUB" })).toBe("₽12,990");
  expect(formatMoney("en", { amount: 1_299_050, currency: "USD" })).toBe("$12,990.50");
});

test("a mean rating always shows one decimal", () => {
  expect([formatMean("ru", 4.6), formatMean("ru", 5), formatMean("en", 4.25)]).toEqual(["4,6", "5,0", "4.3"]);
});

test("a delivery window names its month once", () => {
  expect(plain(formatDays("ru", "2026-11-26T12:00:00Z", "2026-11-28T12:00:00Z"))).toBe("26–28 ноября");
  expect(plain(formatDays("en", "2026-11-26T12:00:00Z", "2026-11-28T12:00:00Z"))).toBe("26–28 November");
});

test("days of delivery read the same whichever edition of Unicode's data wrote them", () => {
  expect(formatDays("en", "2026-11-27", "2026-11-29")).toBe("27–29 November");
  expect(formatDays("ru", "2026-11-27", "2026-11-29")).toBe("27–29 ноября");
  expect(formatDays("en", "2026-11-30", "2026-12-02")).toBe("30 November – 2 December");
});
