import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { demoAccounts } from "#shop/demo-drafts.ts";
import { testShop } from "#testing.ts";
import { onTheShelf, openForOrders } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";

const shop = testShop();
const http = serveShop(shop);
const ORDER = fileURLToPath(import.meta.resolve("@vitrina/examples/order"));

test("a script of a few lines browses, signs in and orders", async () => {
  for (const account of demoAccounts) await shop.services.auth.createUser(account);
  await onTheShelf(shop.services);
  await openForOrders(shop);

  const { stdout } = await promisify(execFile)(process.execPath, [ORDER, http.url]);

  const placed = await shop.database.db.selectFrom("orders.order").select(["number", "email"]).execute();
  expect(placed).toMatchObject([{ email: "shopper@vitrina.example" }]);
  expect(stdout).toContain(placed[0]?.number);
});
