import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";

const shop = testShop();
const lines: string[] = [];
const log = createLog("trace", { write: (line: string) => void lines.push(line) });
const hall = (https = true) => ({ services: shop.services, log, now: shop.clock.now, https });
const aBrowser = () => aVisitor(hall());
const aProgram = (headers = {}) => aVisitor(hall(), { headers: { "x-realm": "api", ...headers } });
const anAccount = (email = `${randomUUID()}@example.com`) => ({ email, password: TEST_PASSWORD });
const signedUp = async () => {
  const account = anAccount();
  await aProgram().tell("auth.signUp", { ...account, name: "Анна", locale: "ru" });
  return account;
};
const signedIn = async () => {
  const account = await signedUp();
  const browser = aBrowser();
  await browser.tell("auth.signIn", account);
  return { account, browser };
};
const tokensIn = (data: unknown) => (data as { tokens: { accessToken: string; refreshToken: string } }).tokens;

test("a browser gets its tokens as cookies that no script can read, and nothing in the body", async () => {
  const account = await signedUp();
  const browser = aBrowser();

  const { data, text, setCookies } = await browser.tell("auth.signIn", account);

  expect(data).toEqual({ tokens: null, profile: expect.objectContaining({ email: account.email, role: "customer" }) });
  expect(setCookies.map((line) => line.replace(/=[^;]+/, "=…").replace(/Expires=[^;]+/, "Expires=…"))).toEqual([
    "__Host-at=…; Path=/; Expires=…; HttpOnly; Secure; SameSite=Lax",
    "__Secure-rt=…; Path=/auth; Expires=…; HttpOnly; Secure; SameSite=Strict",
    "resume=…; Path=/; Expires=…; Secure; SameSite=Lax",
    "__Secure-device=…; Path=/auth; Expires=…; HttpOnly; Secure; SameSite=Strict",
  ]);
  for (const secret of browser.jar.values()) if (secret !== "1") expect(text).not.toContain(secret);
});

test("a program gets its tokens in the body, and no cookies", async () => {
  const account = await signedUp();

  const { data, setCookies } = await aProgram().tell("auth.signIn", account);
  const { accessToken } = tokensIn(data);

  expect(setCookies).toEqual([]);
  const { data: profile } = await aProgram({ authorization: `Bearer ${accessToken}` }).ask("users.profile");
  expect(profile).toMatchObject({ email: account.email });
});

test("a person sees their own profile, a guest none", async () => {
  const { account, browser } = await signedIn();

  expect((await browser.ask("users.me")).data).toMatchObject({ email: account.email, emailVerified: false });
  expect((await browser.ask("users.profile")).data).toMatchObject({ email: account.email });
  expect((await aBrowser().ask("users.me")).data).toBeNull();
  expect(await aBrowser().ask("users.profile")).toMatchObject({ status: 401, refusal: "auth.sign-in-required" });
});

test("sign-up answers alike for a known and an unknown address", async () => {
  const { email } = await signedUp();
  const registration = (address: string) => ({ ...anAccount(address), name: "Mallory", locale: "en" });

  const unknown = await aBrowser().tell("auth.signUp", registration(`${randomUUID()}@example.com`));
  const known = await aBrowser().tell("auth.signUp", registration(email));
  const otherSpelling = await aBrowser().tell("auth.signUp", registration(email.toUpperCase()));

  expect(unknown).toMatchObject({ status: 200, data: {}, setCookies: [] });
  expect(known).toEqual(unknown);
  expect(otherSpelling).toEqual(unknown);
});

test("sign-in answers alike for an unknown address and a wrong password", async () => {
  const { email } = await signedUp();
  const refused = async (address: string) => {
    const answer = await aBrowser().tell("auth.signIn", { ...anAccount(address), password: "wrong" });
    return { ...answer, text: answer.text.replace(/"requestId":"[^"]+"/, "") };
  };

  const unknown = await refused(`${randomUUID()}@example.com`);
  const known = await refused(email);

  expect(unknown).toMatchObject({ status: 401, refusal: "auth.bad-credentials", setCookies: [] });
  expect(known).toEqual(unknown);
});

test("a session is renewed silently after its access token has run out", async () => {
  const { account, browser } = await signedIn();
  const before = new Map(browser.jar);
  shop.clock.advance(606_000);

  expect(await browser.ask("users.me")).toMatchObject({ status: 401, refusal: "auth.session-expired" });
  expect(await browser.tell("auth.refresh", {})).toMatchObject({ status: 200, data: { tokens: null } });

  expect((await browser.ask("users.me")).data).toMatchObject({ email: account.email });
  expect(browser.jar.get("__Secure-rt")).not.toBe(before.get("__Secure-rt"));
});

test("a browser that has dropped its access token is asked to renew, not taken for a guest", async () => {
  const { browser } = await signedIn();
  browser.jar.delete("__Host-at");

  expect(await browser.ask("users.me")).toMatchObject({ status: 401, refusal: "auth.session-expired" });
});

test("tabs that renew at once all succeed and end with the same cookies", async () => {
  const { browser } = await signedIn();

  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.tell("auth.refresh", {})));

  const successors = answers.map(({ setCookies }) => setCookies.find((line) => line.startsWith("__Secure-rt")));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(new Set(successors.map((line) => line?.split(";")[0])).size).toBe(1);
});

test("a refused renewal leaves the refresh cookie to whoever renewed it", async () => {
  const { browser } = await signedIn();
  const stolen = browser.jar.get("__Secure-rt") ?? "";
  await browser.tell("auth.refresh", {});
  shop.clock.advance(21_000);
  const thief = aBrowser();
  thief.jar.set("__Secure-rt", stolen);

  const answer = await thief.tell("auth.refresh", {});

  expect(answer).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
  expect(answer.setCookies.filter((line) => line.startsWith("__Secure-rt"))).toEqual([]);
  expect(await browser.ask("users.me")).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
});

test("tokens of one realm open nothing in the other", async () => {
  const { account, browser } = await signedIn();
  const cookieToken = browser.jar.get("__Host-at") ?? "";
  const { accessToken, refreshToken } = tokensIn((await aProgram().tell("auth.signIn", account)).data);
  const disguised = aBrowser();
  disguised.jar.set("__Host-at", accessToken);

  expect(await aProgram({ authorization: `Bearer ${cookieToken}` }).ask("users.profile")).toMatchObject({
    status: 401,
  });
  expect(await disguised.ask("users.profile")).toMatchObject({ status: 401 });
  expect(await aBrowser().tell("auth.refresh", { refreshToken })).toMatchObject({ status: 401 });
  expect(await browser.ask("users.profile", { authorization: `Bearer ${accessToken}` })).toMatchObject({ status: 400 });
});

test("a hostile token is refused like none at all", async () => {
  const { accessToken } = tokensIn((await aProgram().tell("auth.signIn", await signedUp())).data);
  const [header, payload] = accessToken.split(".");

  for (const token of ["x", `${header}.${payload}.`, `${header}.${payload}.AAAA`, "a".repeat(5_000)])
    expect(await aProgram({ authorization: `Bearer ${token}` }).ask("users.profile")).toMatchObject({ status: 401 });
});

test("signing out ends the session and leaves no cookie but that of the device, and twice is once", async () => {
  const { browser } = await signedIn();
  const refreshCookie = browser.jar.get("__Secure-rt") ?? "";
  browser.jar.set("__Host-cart", "a-cart");

  const first = await browser.tell("auth.signOut", {});
  const second = await browser.tell("auth.signOut", {});

  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.headers["clear-site-data"]).toBe('"cache", "storage"');
  expect([...browser.jar.keys()]).toEqual(["__Secure-device"]);
  browser.jar.set("__Secure-rt", refreshCookie);
  expect(await browser.tell("auth.refresh", {})).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
});

test("a program signs out by its refresh token", async () => {
  const { accessToken, refreshToken } = tokensIn((await aProgram().tell("auth.signIn", await signedUp())).data);

  await aProgram().tell("auth.signOut", { refreshToken });

  const program = aProgram({ authorization: `Bearer ${accessToken}` });
  expect(await program.ask("users.profile")).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
});

test("a sign-in sent twice is one session, and both answers open it", async () => {
  const account = await signedUp();
  const key = { "idempotency-key": randomUUID() };

  const answers = await Promise.all([1, 2, 3].map(() => aProgram().tell("auth.signIn", account, key)));

  const refreshTokens = answers.map(({ data }) => tokensIn(data).refreshToken);
  expect(new Set(refreshTokens).size).toBe(1);
});

test("guesses are never sent in a batch", async () => {
  const guesses = await aProgram().tellInBatch("auth.signIn,auth.signIn", anAccount());

  expect(guesses.text).toContain("core.not-in-batch");
});

test("a weak password is refused with the reason", async () => {
  const refused = (password: string) =>
    aBrowser().tell("auth.signUp", { ...anAccount(), password, name: "Анна", locale: "ru" });

  expect(await refused("short")).toMatchObject({ status: 400, refusal: "auth.weak-password" });
  expect((await refused("qwertyuiop")).text).toContain('"reason":"common"');
  expect((await refused("vitrina-2024")).text).toContain('"reason":"guessable"');
});

test("a shopkeeper whose rights were taken reads nothing more", async () => {
  const { email } = await shop.member("staff", { factor: false });
  const browser = aBrowser();
  await browser.tell("auth.signIn", anAccount(email));
  expect((await browser.ask("users.profile")).status).toBe(200);

  await shop.database.db
    .updateTable("users.user")
    .set({ role: "customer", av: 2 })
    .where("email", "=", email)
    .execute();

  expect(await browser.ask("users.profile")).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
});

test.each(["staff", ["orders:manage"]] as const)(
  "a shopkeeper (%s) whose token fell behind sees what everybody sees, renews it, and may sign out",
  async (role) => {
    const { email } = await shop.member(typeof role === "string" ? role : [...role], { factor: false });
    const browser = aBrowser();
    await browser.tell("auth.signIn", anAccount(email));
    const behind = async () => {
      const raised = shop.database.db.updateTable("users.user").set((eb) => ({ av: eb("av", "+", 1) }));
      await raised.where("email", "=", email).execute();
    };

    await behind();
    expect(await browser.ask("users.profile")).toMatchObject({ refusal: "auth.session-revoked" });
    expect(await browser.ask("catalog.categories")).toMatchObject({ status: 200 });
    expect(await browser.tell("auth.refresh", {})).toMatchObject({ status: 200 });
    expect(await browser.ask("users.profile")).toMatchObject({ status: 200 });
    await behind();
    expect(await browser.tell("auth.signOut", {})).toMatchObject({ status: 200 });
  },
);

test("on plain localhost the same works under names without prefixes", async () => {
  const browser = aVisitor(hall(false));
  await browser.tell("auth.signIn", await signedUp());

  expect([...browser.jar.keys()]).toEqual(["at", "rt", "resume", "device"]);
  expect((await browser.ask("users.profile")).status).toBe(200);
});

test("no password and no token is ever written to the log, not even when things break", async () => {
  const { account, browser } = await signedIn();
  const secrets = [account.password, browser.jar.get("__Host-at"), browser.jar.get("__Secure-rt"), "a-wrong-guess"];
  const { profile } = shop.services.users;
  shop.services.users.profile = () => Promise.reject(new Error("forced"));
  await browser.tell("auth.signIn", { ...account, password: "a-wrong-guess" });
  await browser.tell("auth.signIn", { ...account, unknown: "a-wrong-guess" });
  const broken = await browser.ask("users.profile");
  shop.services.users.profile = profile;

  expect(broken).toMatchObject({ status: 500, refusal: null });
  expect(broken.text).not.toMatch(/forced|stack|\.ts/);
  expect(lines.join("\n")).toContain("forced");
  for (const secret of secrets) expect(lines.join("\n")).not.toContain(secret);
});
