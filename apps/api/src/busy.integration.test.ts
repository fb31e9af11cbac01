import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { createLog } from "#core/log.ts";
import { appRouter } from "#router.ts";
import { onTheShelf } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";
import { testShop } from "#testing.ts";
import { createCallerFactory } from "#trpc.ts";

const shop = testShop({ lockTimeout: 50 });
const callerOf = createCallerFactory(appRouter);
const logged: string[] = [];
const log = createLog("trace", new Writable({ write: (chunk, _, done) => (logged.push(String(chunk)), done()) }));
const http = serveShop(shop, {
  log,
  pages: async ({ context }) => {
    const { cart } = callerOf(await context());
    const filled = await cart.view({ currency: "RUB" }).catch(() => null);
    return new Response("a page", { status: filled ? 200 : 500 });
  },
});
beforeEach(() => logged.splice(0));

/** Runs `work` while somebody else holds what `statement` locks. */
async function whileHeld<T>(statement: string, work: () => Promise<T>): Promise<T> {
  const holder = await shop.database.pool.connect();
  try {
    await holder.query(`begin; ${statement}`);
    return await work();
  } finally {
    await holder.query("rollback");
    holder.release();
  }
}
const EVERY_CART = "lock table cart.cart in access exclusive mode";

test("a cart that stays locked is busy, and once it is free the same call is done", async () => {
  const { variantId } = await onTheShelf(shop.services);
  const item = { variantId, quantity: 1, currency: "RUB" } as const;
  const { secret } = await shop.guest(null).cart.addItem(item);
  const headers = {
    "content-type": "application/json",
    "idempotency-key": randomUUID(),
    "x-realm": "api",
    "x-cart-secret": secret ?? "",
  };
  const add = () => fetch(`${http.url}/trpc/cart.addItem`, { method: "POST", headers, body: JSON.stringify(item) });

  const refused = await whileHeld("select from cart.cart for update", add);
  const added = await add();

  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("2");
  expect(await refused.json()).toMatchObject({
    error: { message: "core.busy", data: { refusal: { code: "core.busy", details: { retryAfter: 2 } } } },
  });
  expect(added.status).toBe(200);
  expect(await added.json()).toMatchObject({ result: { data: { itemCount: 2 } } });
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { level: log.levels.values["warn"], path: "cart.addItem", code: "55P03", reason: expect.stringMatching(/lock/) },
  ]);
  expect(logged[0]).not.toContain("stack");
});

test("calls that travel together are told as well when to come back", async () => {
  const input = encodeURIComponent(JSON.stringify({ 0: { currency: "RUB" } }));
  const headers = { "sec-fetch-site": "same-origin", cookie: "cart=AAAAAAAAAAAAAAAAAAAAAA" };

  const refused = await whileHeld(EVERY_CART, () =>
    fetch(`${http.url}/trpc/cart.view?batch=1&input=${input}`, { headers }),
  );

  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("2");
  expect(await refused.json()).toMatchObject([{ error: { message: "core.busy" } }]);
});

test("a page that a busy shop cannot fill is no fault of the shop", async () => {
  const page = () => fetch(`${http.url}/`, { headers: { cookie: "cart=AAAAAAAAAAAAAAAAAAAAAA" } });

  const failed = await whileHeld(EVERY_CART, page);
  const filled = await page();

  expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(failed.headers.get("content-security-policy")).toContain("nonce-");
  expect([filled.status, filled.headers.get("retry-after")]).toEqual([200, null]);
});
