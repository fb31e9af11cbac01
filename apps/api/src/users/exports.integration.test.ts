import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders, placeOrder, placeOrderAsGuest } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";
import { postOffice } from "#testing-letters.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const shop = testShop();
const http = serveShop(shop);
const { lettersTo } = postOffice(shop);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { message: string }) => error.message,
  );

async function aCustomer() {
  const { email, accessToken, userId } = await shop.memberWithToken("customer");
  const principal = await shop.services.auth.authenticate(accessToken, "api");
  const caller = shop.callerOf({ principal });
  const fetchFile = (token: string | null = accessToken) =>
    fetch(`${http.url}/account/privacy/data.zip`, {
      redirect: "manual",
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
  return { caller, email, userId, principal, fetchFile };
}
const filesIn = async (answer: Response) => unzipSync(new Uint8Array(await answer.arrayBuffer()));
const dataIn = async (answer: Response) =>
  JSON.parse(strFromU8((await filesIn(answer))["data.json"] ?? new Uint8Array())) as Record<string, object[]>;

test("the file holds what the shop keeps about its owner, and nothing of anybody else", async () => {
  await openForOrders(shop);
  const [anna, boris] = [await aCustomer(), await aCustomer()];
  const placed = await placeOrder(shop, anna.caller, { email: anna.email });
  const foreign = await placeOrder(shop, boris.caller, { email: boris.email });
  const asGuest = (await placeOrderAsGuest(shop, { email: anna.email.toUpperCase() })).order;
  await anna.caller.users.addresses.add(anOrderForm("").address);
  const newsletter = { purpose: "newsletter", channel: "email", granted: true, textVersion: "2026-11" } as const;
  await anna.caller.users.consents.change(newsletter);
  const { variantId } = await onTheShelf(shop.services);
  await anna.caller.cart.addItem({ variantId, quantity: 2, currency: "RUB" });

  expect(await anna.caller.users.exports.ask({})).toMatchObject({ state: "running" });
  const letters = await lettersTo(anna.email);

  expect(letters.at(-1)).toMatchObject({ topic: "users.export-ready" });
  expect(letters.at(-1)?.text).toContain("/account/privacy");
  const answer = await anna.fetchFile();
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": 'attachment; filename="vitrina-data.zip"',
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  const data = await dataIn(answer);
  expect(data).toMatchObject({
    profile: [{ id: anna.userId, email: anna.email }],
    addresses: [{ street: anOrderForm("").address.street }],
    consents: [{ purpose: "newsletter", granted: true, source: "account" }],
    orders: [{ number: placed.number }, { number: asGuest.number }],
    cart: expect.arrayContaining([expect.objectContaining({ quantity: 2, state: "open" })]),
    sessions: [expect.objectContaining({ uaLabel: "vitest" })],
  });
  expect(data["orderLines"]).toHaveLength(2);
  const text = JSON.stringify(data);
  for (const secret of [boris.email, boris.userId, foreign.number]) expect(text).not.toContain(secret);
});

test("the file holds no secret of the database, not even a digest", async () => {
  const anna = await aCustomer();
  await anna.caller.users.exports.ask({});
  await lettersTo(anna.email);

  const files = await filesIn(await anna.fetchFile());

  const { rows } = await shop.database.pool.query<{ password_hash: string }>(
    "select password_hash from auth.credential where user_id = $1",
    [anna.userId],
  );
  const text = Object.values(files)
    .map((file) => strFromU8(file))
    .join();
  expect(text).not.toContain(rows[0]?.password_hash);
  expect(text).not.toMatch(/hash|secret|token/i);
});

test("of ten requests at once one is taken, the others are told that it is running", async () => {
  const { caller, email } = await aCustomer();

  const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(caller.users.exports.ask({}))));

  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  expect(answers.filter((answer) => answer === "users.export-running")).toHaveLength(9);
  await lettersTo(email);
  expect((await lettersTo(email)).filter(({ topic }) => topic === "users.export-ready")).toHaveLength(1);
});

test("a proof of identity that is not recent opens neither the asking nor the file", async () => {
  const { caller, email, fetchFile, principal } = await aCustomer();
  await caller.users.exports.ask({});
  await lettersTo(email);
  expect((await fetchFile()).status).toBe(200);
  const { authTime } = principal;
  const stale = shop.callerOf({ principal: { ...principal, authTime: new Date(authTime.getTime() - 16 * MINUTE) } });

  expect(await refusal(stale.users.exports.ask({}))).toBe("auth.recent-sign-in-required");
  expect(await refusal(stale.users.exports.download({}))).toBe("auth.recent-sign-in-required");
  shop.clock.advance(9 * MINUTE);
  expect((await fetchFile()).status).toBe(200);
  shop.clock.advance(7 * MINUTE);
  const late = await fetchFile();
  expect([late.status, late.headers.get("location")]).toEqual([303, "/account/privacy"]);
});

test("a session that goes on, with a proof of identity that is old, does not fetch it", async () => {
  const { caller, email, fetchFile } = await aCustomer();
  await caller.users.exports.ask({});
  await lettersTo(email);
  const signedIn = await shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD });
  const refreshToken = "tokens" in signedIn ? signedIn.tokens?.refreshToken : undefined;
  shop.clock.advance(16 * MINUTE);

  const renewed = await shop.callerOf({ userAgent: "vitest" }).auth.refresh({ refreshToken });

  expect((await fetchFile(renewed.tokens?.accessToken ?? null)).status).toBe(303);
});

test("a session that ended in another process, unheard of in this one, does not fetch it", async () => {
  const { caller, email, principal, fetchFile } = await aCustomer();
  await caller.users.exports.ask({});
  await lettersTo(email);
  await shop.database.pool.query("update auth.session set revoked_at = now(), reason = 'signed-out' where id = $1", [
    principal.sessionId,
  ]);

  expect((await fetchFile()).status).toBe(303);
});

test("nobody else fetches it: a stranger, another person, a session that ended, a program", async () => {
  const [anna, boris, owner] = [await aCustomer(), await aCustomer(), await shop.member("admin")];
  await anna.caller.users.exports.ask({});
  await lettersTo(anna.email);
  const key = { name: "Robot", scopes: ["orders:manage" as const], days: 1 };
  const { secret } = await shop.services.keys.create(owner.principal, key);

  for (const answer of [await anna.fetchFile(null), await anna.fetchFile(secret), await boris.fetchFile()])
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/account/privacy"]);
  await anna.caller.auth.signOut({});
  expect((await anna.fetchFile()).status).toBe(303);
  expect(await refusal(boris.caller.users.exports.download({}))).toBe("core.not-found");
});

test("after seven days it is gone, and the sweep takes it out of the database", async () => {
  const { caller, email, userId, principal } = await aCustomer();
  await caller.users.exports.ask({});
  await lettersTo(email);
  const kept = () =>
    shop.database.pool
      .query("select 1 from users.data_export where user_id = $1", [userId])
      .then(({ rowCount }) => rowCount);

  shop.clock.advance(7 * DAY);
  const later = shop.callerOf({ principal: { ...principal, authTime: shop.clock.now() } });
  expect(await later.users.exports.state()).toMatchObject({ state: "none" });
  expect(await refusal(later.users.exports.download({}))).toBe("core.not-found");
  expect(await kept()).toBe(1);
  await shop.services.exports.sweep();

  expect(await kept()).toBe(0);
});

test("asking and fetching are written down", async () => {
  const { caller, email, userId } = await aCustomer();
  await caller.users.exports.ask({});
  await lettersTo(email);
  await caller.users.exports.download({});

  const { rows } = await shop.database.pool.query(
    "select action from core.audit where actor_id = $1 and action like 'users.export%' order by id",
    [userId],
  );
  expect(rows).toEqual([{ action: "users.export-asked" }, { action: "users.export-downloaded" }]);
});
