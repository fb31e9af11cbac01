import { createShopClient } from "@vitrina/api-contract";
import { expect, test } from "vitest";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { onTheShelf } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";

const ELEVEN_MINUTES = 11 * 60_000;

const shop = testShop();
const asked: { path: string; key: string | null }[] = [];
const http = serveShop(shop, {
  onRequest: ({ url, headers }) =>
    asked.push({ path: new URL(url).pathname.replace(/^\/(trpc|auth)\//, ""), key: headers.get("idempotency-key") }),
});
const callsOf = (path: string) => asked.filter((call) => call.path === path);

async function signedInClient() {
  const { email } = await shop.member("customer");
  const client = createShopClient(http.url);
  await client.auth.signIn.mutate({ email, password: TEST_PASSWORD });
  asked.length = 0;
  return client;
}

test("a program whose session ran out renews it by itself and repeats its call under the same key", async () => {
  const { variantId } = await onTheShelf(shop.services);
  const client = await signedInClient();
  shop.clock.advance(ELEVEN_MINUTES);

  const cart = await client.cart.addItem.mutate({ variantId, quantity: 2, currency: "RUB" });

  expect(cart.lines).toMatchObject([{ variantId, quantity: 2 }]);
  expect(asked.map(({ path }) => path)).toEqual(["cart.addItem", "auth.refresh", "cart.addItem"]);
  const [first, second] = callsOf("cart.addItem");
  expect(first?.key).toBeTruthy();
  expect(second?.key).toBe(first?.key);
});

test("many calls at once renew the session once", async () => {
  const { variantId } = await onTheShelf(shop.services);
  const client = await signedInClient();
  shop.clock.advance(ELEVEN_MINUTES);

  await Promise.all(
    [1, 2, 3, 4].map((quantity) => client.cart.addItem.mutate({ variantId, quantity, currency: "RUB" })),
  );

  expect(callsOf("auth.refresh")).toHaveLength(1);
  expect((await client.cart.view.query({ currency: "RUB" })).lines).toMatchObject([{ quantity: 10 }]);
});

test("a program that signed out is told so and asks for no new session", async () => {
  const client = await signedInClient();
  await client.auth.signOut.mutate({});

  const failure = await client.users.profile.query().catch((error: unknown) => error);

  expect(failure).toMatchObject({ data: { refusal: { code: "auth.sign-in-required" } } });
  expect(callsOf("auth.refresh")).toEqual([]);
});

test("a guest's program keeps its cart, and takes it along when it signs in", async () => {
  const { variantId } = await onTheShelf(shop.services);
  const client = createShopClient(http.url);
  await client.cart.addItem.mutate({ variantId, quantity: 1, currency: "RUB" });
  await client.cart.addItem.mutate({ variantId, quantity: 1, currency: "RUB" });
  expect((await client.cart.view.query({ currency: "RUB" })).lines).toMatchObject([{ quantity: 2 }]);

  const { email } = await shop.member("customer");
  await client.auth.signIn.mutate({ email, password: TEST_PASSWORD });
  const { cart } = await client.cart.claimGuestCart.mutate({});

  expect(cart.lines).toMatchObject([{ variantId, quantity: 2 }]);
});
