import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testShop } from "#testing.ts";
import { onTheShelf } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const http = serveShop(shop);
const { lettersTo } = postOffice(shop);
const soldOut = async () => (await onTheShelf(shop.services, { stock: 0 })).variantId;
const anEmail = () => `${randomUUID()}@vitrina.example`;
const wishOf = (variantId: string, email?: string) =>
  ({ variantId, ...(email !== undefined && { email }), locale: "ru", textVersion: "2026-11" }) as const;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { message: string }) => error.message,
  );
const arrive = (variantId: string) =>
  shop.services.inventory.receive([{ variantId, quantity: 1 }], { actor: "test", reference: null });
const topicsTo = async (email: string) => (await lettersTo(email)).map(({ topic }) => topic);
const newestTo = async (email: string) => (await lettersTo(email)).at(-1);
const confirmationOf = async (email: string) =>
  /\/notice\/([\w-]{43})/.exec((await newestTo(email))?.text ?? "")?.[1] ?? "";
async function tellAll() {
  while ((await shop.services.notices.tell(100)) > 0);
}

test("a guest confirms by letter, is told once when it is back, and every letter has a way out", async () => {
  const variantId = await soldOut();
  const email = anEmail();
  const guest = shop.callerOf().inventory.notices;
  expect(await guest.ask(wishOf(variantId, email))).toEqual({ state: "asked" });
  const token = await confirmationOf(email);
  expect(await guest.look({ token })).toMatchObject({ variantId, state: "asked" });
  expect((await guest.look({ token })).email).not.toBe(email);

  await guest.confirm({ token });
  await guest.confirm({ token });
  expect(await guest.look({ token })).toMatchObject({ state: "waiting" });
  await tellAll();
  expect(await topicsTo(email)).toEqual(["inventory.notice-link"]);
  await arrive(variantId);
  await Promise.all([tellAll(), tellAll(), tellAll()]);

  expect(await topicsTo(email)).toEqual(["inventory.notice-link", "inventory.restocked"]);
  const letter = await newestTo(email);
  expect(letter?.text).toContain("Не писать на этот адрес о поступлениях");
  expect(letter?.unsubscribe).toMatch(/\/notice\/stop\/[\w-]{43}$/);
  expect(await refusal(guest.look({ token }))).toBe("inventory.notice-link-invalid");
});

test("a guest is answered alike, whether the address waits already or was never seen; its owner is told by letter", async () => {
  const variantId = await soldOut();
  const { principal, email } = await shop.member("customer");
  await shop.callerOf({ principal }).inventory.notices.ask(wishOf(variantId));
  const guest = shop.callerOf().inventory.notices;

  expect(await guest.ask(wishOf(variantId, email))).toEqual(await guest.ask(wishOf(variantId, anEmail())));
  expect(await topicsTo(email)).toEqual(["inventory.notice-known"]);
  expect(await refusal(guest.ask(wishOf(variantId, "no address")))).toBe("inventory.notice-address-invalid");
});

test("a customer with a confirmed address waits at once, hears that they do, sees it in the account and takes it back", async () => {
  const variantId = await soldOut();
  const { principal, email } = await shop.member("customer");
  const { notices } = shop.callerOf({ principal }).inventory;
  // Whatever address is typed: nobody signs up another one with it.
  expect(await notices.ask(wishOf(variantId, anEmail()))).toEqual({ state: "waiting" });
  expect(await refusal(notices.ask(wishOf(variantId)))).toBe("inventory.already-subscribed");
  const [mine] = await notices.list();
  expect(mine).toMatchObject({ variantId, email });

  const stranger = shop.callerOf({ principal: (await shop.member("customer")).principal }).inventory.notices;
  expect(await refusal(stranger.cancel({ id: mine?.id ?? "" }))).toBe("core.not-found");
  await notices.cancel({ id: mine?.id ?? "" });
  expect(await notices.list()).toEqual([]);
});

test("twenty clicks at once are one notice", async () => {
  const variantId = await soldOut();
  const { notices } = shop.callerOf({ principal: (await shop.member("customer")).principal }).inventory;
  const answers = await Promise.all(Array.from({ length: 20 }, () => refusal(notices.ask(wishOf(variantId)))));
  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  expect(new Set(answers)).toEqual(new Set([null, "inventory.already-subscribed"]));
});

test("what can be bought and what is not shown have no notices", async () => {
  const { variantId } = await onTheShelf(shop.services);
  const { ask } = shop.callerOf().inventory.notices;
  expect(await refusal(ask(wishOf(variantId, anEmail())))).toBe("inventory.still-here");
  expect(await refusal(ask(wishOf(randomUUID(), anEmail())))).toBe("core.not-found");
});

test("an address gets five letters a day and no more, and the answer stays the same", async () => {
  const email = anEmail();
  const variants = await Promise.all(Array.from({ length: 7 }, soldOut));
  for (const variantId of variants)
    expect(await shop.callerOf().inventory.notices.ask(wishOf(variantId, email))).toEqual({ state: "asked" });
  expect(await topicsTo(email)).toHaveLength(5);
});

test("fifty notices are enough for one person", async () => {
  const { principal } = await shop.member("customer");
  /** From another network each time, for one network may ask twenty times. */
  const ask = async () => shop.callerOf({ principal }).inventory.notices.ask(wishOf(await soldOut()));
  const { notices } = shop.callerOf({ principal }).inventory;
  for (let made = 0; made < 50; made++) await ask();

  expect(await refusal(ask())).toBe("inventory.notice-limit-reached");
  expect(await notices.list()).toHaveLength(50);
});

test("the button of a mail program ends all notices of the address, without signing in", async () => {
  const [cup, pot] = [await soldOut(), await soldOut()];
  const { principal, email } = await shop.member("customer");
  const { notices } = shop.callerOf({ principal }).inventory;
  await notices.ask(wishOf(cup));
  await notices.ask(wishOf(pot));
  const path = `/notice/stop/${shop.services.notices.stopTokenOf(email)}`;

  const answer = await fetch(`${http.url}${path}`, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });

  expect(answer.status).toBe(200);
  expect(await notices.list()).toEqual([]);
  const [token = ""] = path.split("/").slice(-1);
  expect(await shop.callerOf().inventory.notices.lookAtStop({ token })).toEqual({ notices: null });
});

test("the forms work without script, and another site's forms do not", async () => {
  const variantId = await soldOut();
  const email = anEmail();
  const send = (path: string, site: string, fields: Record<string, string> = {}) =>
    fetch(`${http.url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { "sec-fetch-site": site, "sec-fetch-mode": "navigate" },
      body: new URLSearchParams(fields),
    });
  const fields = { variantId, email, textVersion: "2026-11" };
  expect((await send("/en/notice", "cross-site", fields)).status).toBe(403);
  expect(await topicsTo(email)).toEqual([]);

  const asked = await send("/en/notice", "same-origin", fields);
  expect(asked.status).toBe(303);
  expect(asked.headers.get("location")).toMatch(/^\/en\/p\/[^?]+\?v=.+&notice=asked#tell-me$/);
  expect((await newestTo(email))?.text).toContain("/en/notice/");
  const token = await confirmationOf(email);
  expect((await send(`/en/notice/${token}`, "cross-site")).status).toBe(403);
  expect((await send(`/en/notice/${token}`, "same-origin")).headers.get("location")).toBe(`/en/notice/${token}`);
  expect(await shop.callerOf().inventory.notices.look({ token })).toMatchObject({ state: "waiting" });
});

test("a newcomer whose address is not confirmed confirms the notice as a guest does", async () => {
  const variantId = await soldOut();
  const email = anEmail();
  const account = { email, password: "four unrelated words here" };
  await shop.callerOf().auth.signUp({ ...account, name: "N", locale: "en" });
  const { tokens } = await shop.callerOf().auth.signIn(account);
  const principal = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");

  expect(await shop.callerOf({ principal }).inventory.notices.ask(wishOf(variantId))).toEqual({ state: "asked" });
  expect(await topicsTo(email)).toContain("inventory.notice-link");
});
