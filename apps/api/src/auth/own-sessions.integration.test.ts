import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";

const shop = testShop();
const hall = () => ({ services: shop.services, log: createLog("silent"), now: shop.clock.now, https: true });
const aBrowser = () => aVisitor(hall());
const aProgram = (headers = {}) => aVisitor(hall(), { headers: { "x-realm": "api", ...headers } });
const MINUTE = 60_000;

/** A shopper with an account, and a browser at which they are signed in. */
async function aMember() {
  const { email } = await shop.member("customer");
  const account = { email, password: TEST_PASSWORD };
  const browser = aBrowser();
  await browser.tell("auth.signIn", account);
  return { account, browser };
}
const provenAt = async (token = "") => (await shop.services.auth.authenticate(token, "browser")).authTime;

test("whoever confirms their password has just proven who they are, in the session they have", async () => {
  const { browser } = await aMember();
  const [before, refreshCookie] = [browser.jar.get("__Host-at"), browser.jar.get("__Secure-rt")];
  shop.clock.advance(5 * MINUTE);

  const answer = await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD });

  expect(answer).toMatchObject({ status: 200, data: { tokens: null } });
  expect(answer.setCookies.map((line) => line.split("=")[0])).toEqual(["__Host-at"]);
  expect(browser.jar.get("__Host-at")).not.toBe(before);
  expect(browser.jar.get("__Secure-rt")).toBe(refreshCookie);
  const seconds = Math.floor(shop.clock.now().getTime() / 1000);
  expect(await provenAt(browser.jar.get("__Host-at"))).toEqual(new Date(seconds * 1000));
});

test("a renewed proof outlives the access token that carries it", async () => {
  const { browser } = await aMember();
  shop.clock.advance(5 * MINUTE);
  await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD });
  const proven = await provenAt(browser.jar.get("__Host-at"));
  shop.clock.advance(11 * MINUTE);

  await browser.tell("auth.refresh", {});

  expect(await provenAt(browser.jar.get("__Host-at"))).toEqual(proven);
});

test("a wrong password proves nothing, and a batch is no place to try many", async () => {
  const { browser } = await aMember();
  const before = browser.jar.get("__Host-at");

  const wrong = await browser.tell("auth.confirmPassword", { password: "a guess" });
  const batch = await browser.tellInBatch("auth.confirmPassword,auth.confirmPassword", { password: "a guess" });

  expect(wrong).toMatchObject({ status: 401, refusal: "auth.bad-credentials", setCookies: [] });
  expect(batch.text).toContain("core.not-in-batch");
  expect(browser.jar.get("__Host-at")).toBe(before);
});

test("a session that was ended elsewhere cannot be proven back to life", async () => {
  const { browser } = await aMember();
  await shop.database.db.updateTable("auth.session").set({ revokedAt: shop.clock.now() }).execute();

  expect(await browser.tell("auth.confirmPassword", { password: TEST_PASSWORD })).toMatchObject({
    status: 401,
    refusal: "auth.session-revoked",
  });
});

test("a program gets the new access token in the body and keeps its refresh token", async () => {
  const { account } = await aMember();
  const { tokens } = (await aProgram().tell("auth.signIn", account)).data as { tokens: { accessToken: string } };
  const program = aProgram({ authorization: `Bearer ${tokens.accessToken}` });
  const key = { "idempotency-key": randomUUID() };

  const first = await program.tell("auth.confirmPassword", { password: TEST_PASSWORD }, key);
  const second = await program.tell("auth.confirmPassword", { password: TEST_PASSWORD }, key);

  expect(first.data).toEqual({ tokens: { accessToken: expect.any(String), accessExpiresAt: expect.any(String) } });
  expect(second.data).toEqual(first.data);
});
