import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createPages } from "#pages.ts";
import { onTheShelf } from "#testing-goods.ts";
import { testShop } from "#testing.ts";

const shop = testShop();
const folder = mkdtempSync(join(tmpdir(), "vitrina-web-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A web app whose page calls the procedure that the query string names, in the way of real pages. */
const WEB = `
export default {
  fetch: (request, { context: { trpcLink } }) => {
    const { path, type, input } = JSON.parse(new URL(request.url).searchParams.get("call"));
    return new Promise((resolve) => {
      trpcLink()({ op: { path, type, input } }).subscribe({
        next: ({ result }) => resolve(Response.json(result.data)),
        error: (error) => resolve(new Response(error.message, { status: 500 })),
      });
    });
  },
};`;

test("a page reads as its visitor, and never writes, whatever it calls (T-35)", async () => {
  mkdirSync(join(folder, "server"));
  writeFileSync(join(folder, "server/server.js"), WEB);
  const pages = await createPages(folder, { href: "", text: "" });
  const { variantId } = await onTheShelf(shop.services);
  const { principal, email } = await shop.member("customer");
  const rendered = (call: object) =>
    pages({
      request: new Request(`http://localhost/?call=${encodeURIComponent(JSON.stringify(call))}`),
      nonce: "",
      origin: "http://localhost",
      visitor: {},
      context: async () => shop.contextOf({ principal }),
    });

  expect(await (await rendered({ path: "users.me", type: "query" })).json()).toMatchObject({ email });
  const input = { variantId, quantity: 1, currency: "RUB" };
  expect((await rendered({ path: "cart.addItem", type: "mutation", input })).status).toBe(500);

  expect(await shop.database.db.selectFrom("cart.line").selectAll().execute()).toEqual([]);
});
