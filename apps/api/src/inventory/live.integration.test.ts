import { beforeAll, expect, test } from "vitest";
import { createServices, type Services } from "#services.ts";
import { testEnv, testShop } from "#testing.ts";
import { onTheShelf } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";

const shop = testShop();
const first = serveShop(shop);
let elsewhere: Services;
beforeAll(async () => {
  elsewhere = await createServices({ db: shop.database.db, env: testEnv, now: shop.clock.now });
});
/** Another process of the same shop. */
const second = serveShop({
  ...shop,
  get services() {
    return elsewhere;
  },
});
const by = { actor: "test", reference: null };

/** The stream of one variant, event by event; `lastEventId` as a browser sends it when it comes back. */
async function follow(url: string, variantId: string, lastEventId?: string) {
  const leaving = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ variantIds: [variantId] }));
  const answer = await fetch(`${url}/trpc/inventory.watch?input=${input}`, {
    headers: { accept: "text/event-stream", ...(lastEventId !== undefined && { "last-event-id": lastEventId }) },
    signal: leaving.signal,
  });
  async function* events() {
    let text = "";
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const event of whole) {
        const id = /^id: (.+)$/m.exec(event)?.[1];
        if (id) yield { id, data: JSON.parse(/^data: (.+)$/m.exec(event)?.[1] ?? "null") as unknown };
      }
    }
  }
  const stream = events();
  return { status: answer.status, next: async () => (await stream.next()).value, leave: () => leaving.abort() };
}

test("a product's page hears of stock that another process of the shop sold, by server-sent events", async () => {
  const { variantId } = await onTheShelf(shop.services, { stock: 3 });
  const [here, there] = [await follow(first.url, variantId), await follow(second.url, variantId)];
  for (const page of [here, there])
    expect(await page.next()).toMatchObject({ data: [{ variantId, availability: { inStock: true, left: 3 } }] });

  await shop.services.inventory.adjust([{ variantId, delta: -3 }], by);

  for (const page of [here, there]) {
    expect(await page.next()).toMatchObject({ data: [{ variantId, availability: { inStock: false, left: 0 } }] });
    page.leave();
  }
});

test("a stream that broke goes on after its last event, at whichever process", async () => {
  const { variantId } = await onTheShelf(shop.services, { stock: 3 });
  const before = await follow(first.url, variantId);
  const seen = (await before.next())?.id;
  before.leave();
  await shop.services.inventory.adjust([{ variantId, delta: -1 }], by);

  const after = await follow(second.url, variantId, seen);

  expect(await after.next()).toMatchObject({ data: [{ variantId, availability: { left: 2 } }] });
  after.leave();
});

test("more variants than a page shows are refused", async () => {
  const variantIds = Array.from({ length: 51 }, () => crypto.randomUUID());
  const input = encodeURIComponent(JSON.stringify({ variantIds }));

  const answer = await fetch(`${first.url}/trpc/inventory.watch?input=${input}`, {
    headers: { accept: "text/event-stream" },
  });

  expect(await answer.text()).toContain("core.invalid-input");
});
