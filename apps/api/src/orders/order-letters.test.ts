import { anOrder } from "@vitrina/domain/orders/testing";
import { expect, test } from "vitest";
import { orderPlacedLetter } from "./order-letters.ts";

const promising = (expectedOn: string | null) => {
  const { lines } = anOrder();
  return anOrder({ lines: lines.map((line) => ({ ...line, backOrder: { quantity: 1, expectedOn } })) });
};
const letterOf = (order: ReturnType<typeof anOrder>, locale: "ru" | "en") =>
  orderPlacedLetter({ order, locale, url: "https://shop.example/order/x" });

test("the letter of an order says what comes in later, and when", () => {
  expect(letterOf(promising("2026-04-15"), "ru").text).toContain("под заказ: 1, ожидаем 15 апреля");
  expect(letterOf(promising("2026-04-15"), "en").html).toContain("to order: 1, expected on April 15");
  expect(letterOf(promising(null), "ru").text).toContain("под заказ: 1)");
  expect(letterOf(anOrder(), "ru").text).not.toContain("под заказ");
});
