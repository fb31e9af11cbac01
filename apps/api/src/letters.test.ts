import { anOrder } from "@vitrina/domain/orders/testing";
import { expect, test } from "vitest";
import { html } from "#core/letter.ts";
import { letterFor } from "#letters.ts";

const sources = (order = anOrder()) => ({
  publicUrl: "https://shop.example",
  order: async () => ({ order, token: "AAAAAAAAAAAAAAAAAAAAAA" }),
  open: (sealed: string) => `opened-${sealed}`,
  unsubscribe: ({ purpose }: { purpose: string }) => `stop-${purpose}`,
  notices: {
    goodsOf: async (variantId: string) => ({
      variantId,
      slug: "mug",
      sku: "MUG-G",
      name: { ru: "Кружка", en: "Mug" },
      optionNames: [{ option: { en: "Colour" }, value: { ru: "зелёный", en: "green" } }],
    }),
    stopTokenOf: (emailKey: string) => `stop-${emailKey}`,
  },
});
/** Amounts are written with spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("the buyer gets what was bought, what it costs and when it comes, in Russian", async () => {
  const letter = await letterFor({ topic: "orders.placed", orderId: anOrder().id, locale: "ru" }, sources());

  expect(letter).toMatchObject({ to: "anna@example.com", subject: "Заказ № 100001 принят" });
  const text = plain(letter.text);
  for (const part of [
    "Анна, спасибо за заказ!",
    "Кружка (зелёный) × 2: 3 000 ₽",
    "Скидка SPRING: −300 ₽",
    "Итого: 3 090 ₽",
  ])
    expect(text).toContain(part);
  expect(text).toContain("Доставим с 2 марта по 4 марта.");
  expect(text).toContain("https://shop.example/order/AAAAAAAAAAAAAAAAAAAAAA");
});

test("and in English, with the link into the English shop", async () => {
  const letter = await letterFor({ topic: "orders.placed", orderId: anOrder().id, locale: "en" }, sources());

  expect(letter.subject).toBe("We have your order 100001");
  expect(letter.text).toContain("Mug (green) × 2: RUB 3,000".replace(" 3", "\u00a03"));
  expect(letter.text).toContain("https://shop.example/en/order/");
});

test.each([
  ["orders.shipped", "Заказ № 100001 в пути"],
  ["orders.delivered", "Заказ № 100001 доставлен"],
] as const)("%s is told as «%s»", async (topic, subject) => {
  expect((await letterFor({ topic, orderId: anOrder().id, locale: "ru" }, sources())).subject).toBe(subject);
});

test("whatever a shopper typed is text in a letter, never markup or a header", async () => {
  const evil = `<img src=x onerror=alert(1)>"'&\r\nBcc: all@example.com`;
  const order = anOrder({ address: { ...anOrder().address, fullName: evil, city: evil }, number: evil });
  const { lines } = order;
  const named = { ...order, lines: lines.map((line) => ({ ...line, name: { ru: evil, en: evil } })) };

  const placed = await letterFor({ topic: "orders.placed", orderId: order.id, locale: "ru" }, sources(named));
  const welcome = await letterFor(
    { topic: "auth.registered", userId: order.id, email: "a@example.com", name: evil, locale: "en" },
    sources(),
  );

  for (const letter of [placed, welcome]) {
    expect(letter.html).not.toContain("<img");
    expect(letter.subject).not.toMatch(/[\r\n]/);
  }
});

test.each(["ru", "en"] as const)("letters about the account exist in %s", async (locale) => {
  const topics = ["auth.registration-repeated", "auth.session-reused", "auth.guessed"] as const;

  for (const topic of topics) {
    const letter = await letterFor({ topic, userId: "x", email: "a@example.com", locale }, sources());
    expect(letter.to).toBe("a@example.com");
    expect(letter.html).toContain(locale === "ru" ? "https://shop.example/sign-in" : "https://shop.example/en/sign-in");
  }
});

test.each(["ru", "en"] as const)("a letter that may be stopped says how, in %s", async (locale) => {
  const event = { topic: "users.subscribed", email: "a@example.com", channel: "email", locale } as const;

  for (const purpose of ["newsletter", "recommendations", "review-requests"]) {
    const userId = "0196b8c0-0000-7000-8000-00000000000a";
    const letter = await letterFor({ ...event, userId, purpose }, sources());
    const url = `https://shop.example${locale === "ru" ? "" : "/en"}/unsubscribe/stop-${purpose}`;
    expect(letter).toMatchObject({ to: "a@example.com", unsubscribe: url });
    expect(letter.text).toContain(url);
  }
});

test.each(["ru", "en"] as const)("letters about one's data name the day, in %s", async (locale) => {
  const about = { email: "a@example.com", locale } as const;
  const day = locale === "ru" ? "24 ноября 2026" : "24 November 2026";
  const instant = "2026-11-24T09:00:00.000Z";

  const ready = await letterFor({ topic: "users.export-ready", until: instant, ...about }, sources());
  const asked = await letterFor({ topic: "auth.erasure-asked", eraseAt: instant, link: "x", ...about }, sources());
  const undone = await letterFor({ topic: "auth.erasure-undone", ...about }, sources());

  expect([ready.text, asked.text].every((text) => text.includes(day))).toBe(true);
  expect(asked.text).toContain("/erasure/undo#opened-x");
  expect(undone.text).toContain("/account");
});

test("a template keeps its own markup and escapes what is put in", () => {
  const items = ["a<b", "c"].map((item) => html`<li title="${item}">${item}</li>`);

  const list = html`<ul>
    ${items}
  </ul>`;

  expect(list.markup.replace(/\s*\n\s*/g, "")).toBe('<ul><li title="a&lt;b">a&lt;b</li><li title="c">c</li></ul>');
});
