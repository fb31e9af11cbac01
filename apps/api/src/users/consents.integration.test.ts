import { request } from "node:http";
import { expect, test } from "vitest";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const http = serveShop(shop);
const { lettersTo } = postOffice(shop);
const newsletter = { purpose: "newsletter", channel: "email" } as const;
const yes = { ...newsletter, granted: true, textVersion: "2026-11" } as const;

async function aSubscriber() {
  const { principal, email } = await shop.member("customer");
  const anna = shop.callerOf({ principal });
  await anna.users.consents.change(yes);
  const letter = (await lettersTo(email)).at(-1);
  const url = new URL(letter?.unsubscribe ?? "");
  const token = url.pathname.split("/").at(-1) ?? "";
  const isSubscribed = async () => (await anna.users.consents.list())[0]?.granted;
  return { anna, email, userId: principal.userId, letter, path: url.pathname, token, isSubscribed };
}
const rowsOf = async (userId: string) =>
  (
    await shop.database.pool.query(
      "select granted, source, text_version, request_id from users.consent where user_id = $1 order by id",
      [userId],
    )
  ).rows;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { message: string }) => error.message,
  );
const ONE_CLICK = new URLSearchParams({ "List-Unsubscribe": "One-Click" });

test("each change is a row with its words, place and request, and the latest holds", async () => {
  const { anna, userId, isSubscribed } = await aSubscriber();

  await anna.users.consents.change({ ...yes, granted: false });

  expect(await isSubscribed()).toBe(false);
  expect(await rowsOf(userId)).toEqual([
    { granted: true, source: "account", text_version: "2026-11", request_id: expect.any(String) },
    { granted: false, source: "account", text_version: "2026-11", request_id: expect.any(String) },
  ]);
});

test("twenty clicks at once leave one row", async () => {
  const { principal } = await shop.member("customer");
  const anna = shop.callerOf({ principal });

  await Promise.all(Array.from({ length: 20 }, () => anna.users.consents.change(yes)));

  expect(await rowsOf(principal.userId)).toHaveLength(1);
});

test("the box of the sign-up form is a consent, and an account without it has none", async () => {
  const account = { password: TEST_PASSWORD, name: "Анна", locale: "ru" } as const;
  const statesOf = async (email: string) => {
    const { tokens } = await shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD });
    const principal = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
    return shop.callerOf({ principal }).users.consents.list();
  };
  await shop.callerOf().auth.signUp({ ...account, email: "ticked@vitrina.example", newsletter: "2026-11" });
  await shop.callerOf().auth.signUp({ ...account, email: "unticked@vitrina.example" });

  expect((await statesOf("ticked@vitrina.example"))[0]).toMatchObject({ granted: true, source: "sign-up" });
  expect((await statesOf("unticked@vitrina.example")).map(({ granted }) => granted)).toEqual([false, false, false]);
});

test("the box of the checkout subscribes together with the order", async () => {
  await openForOrders(shop);
  const { principal } = await shop.member("customer");
  const anna = shop.callerOf({ principal });
  const { variantId } = await onTheShelf(shop.services);
  await anna.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await anna.orders.startCheckout({ country: "RU" });
  const form = anOrderForm(hash);

  await anna.orders.placeOrder({ ...form, consent: { ...form.consent, marketing: true } });

  expect((await anna.users.consents.list())[0]).toMatchObject({ ...newsletter, granted: true, source: "checkout" });
});

test("the link of a letter stops letters of its purpose alone, without signing in, and again and again", async () => {
  const { anna, token, isSubscribed, userId } = await aSubscriber();
  await anna.users.consents.change({ ...yes, purpose: "review-requests" });
  const stranger = shop.callerOf();

  expect(await stranger.users.consents.lookAtUnsubscribe({ token })).toMatchObject({ ...newsletter, granted: true });
  await stranger.users.consents.unsubscribe({ token });
  await stranger.users.consents.unsubscribe({ token });

  expect(await isSubscribed()).toBe(false);
  expect((await anna.users.consents.list()).at(-1)).toMatchObject({ purpose: "review-requests", granted: true });
  expect((await rowsOf(userId)).filter(({ source }) => source === "unsubscribe-link")).toHaveLength(1);
});

test("a link nobody made, or bent to another purpose, is refused and changes nothing", async () => {
  const { token, isSubscribed } = await aSubscriber();

  for (const bad of ["x", token.replace("newsletter", "recommendations"), `${token}x`]) {
    expect(await refusal(shop.callerOf().users.consents.lookAtUnsubscribe({ token: bad }))).toBe("users.link-invalid");
    expect(await refusal(shop.callerOf().users.consents.unsubscribe({ token: bad }))).toBe("users.link-invalid");
    const { status } = await fetch(`${http.url}/unsubscribe/${bad}`, { method: "POST", body: ONE_CLICK });
    expect(status).toBe(400);
  }
  expect(await isSubscribed()).toBe(true);
});

const asMultipart = () => {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
};
test.each([
  ["as a form", () => ONE_CLICK],
  ["in parts", asMultipart],
])("a mail program unsubscribes with one POST %s, from anywhere and without being led elsewhere", async (_, body) => {
  const { path, isSubscribed, userId } = await aSubscriber();
  const send = (headers: Record<string, string>) =>
    fetch(http.url + path, { method: "POST", body: body(), headers, redirect: "manual" });

  expect((await send({})).status).toBe(200);
  expect((await send({ "sec-fetch-site": "cross-site", origin: "https://mail.example" })).status).toBe(200);

  expect(await isSubscribed()).toBe(false);
  const [, { source, request_id }] = await rowsOf(userId);
  expect([source, request_id]).toEqual(["unsubscribe-link", expect.any(String)]);
});

/** Status and Location; `fetch` would not let its mode be told. */
const asABrowser = (url: string, { headers, body }: { headers: Record<string, string>; body: string }) =>
  new Promise((resolve) => {
    const sent = request(url, { method: "POST", headers }, (answer) =>
      resolve([answer.resume().statusCode, answer.headers.location]),
    );
    sent.end(body);
  });
test("the page's form without script comes the same way and is led back to the page", async () => {
  const { path, isSubscribed } = await aSubscriber();

  const type = "application/x-www-form-urlencoded";
  const headers = { "content-type": type, "sec-fetch-mode": "navigate", "sec-fetch-site": "same-origin" };
  const answer = await asABrowser(http.url + path, { headers, body: ONE_CLICK.toString() });

  expect(answer).toEqual([303, path]);
  expect(await isSubscribed()).toBe(false);
});

test("merely opening the link, as mail scanners do, or posting something else stops nothing", async () => {
  const { path, isSubscribed } = await aSubscriber();
  const post = (body: URLSearchParams | string, path_ = path) => fetch(http.url + path_, { method: "POST", body });

  await fetch(http.url + path);
  await fetch(http.url + path, { method: "HEAD" });
  expect((await post(new URLSearchParams())).status).toBe(400);
  expect((await post("List-Unsubscribe=One-Click")).status).toBe(400);
  expect((await post(new URLSearchParams({ "List-Unsubscribe": "x".repeat(5000) }))).status).toBe(413);
  expect((await post(ONE_CLICK, `${path}/more`)).status).toBe(405);

  expect(await isSubscribed()).toBe(true);
});

test("nobody changes or sees what another person allowed", async () => {
  const { isSubscribed } = await aSubscriber();
  const boris = await shop.signedIn("customer");

  expect((await boris.users.consents.list()).every(({ granted }) => !granted)).toBe(true);
  await boris.users.consents.change({ ...yes, granted: false });

  expect(await isSubscribed()).toBe(true);
});
