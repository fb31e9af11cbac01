import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const { lettersTo, tokenFor } = postOffice(shop);
const refusals: string[] = [];
const refused = (path: string, code: string) => void refusals.push(`${path} ${code}`);
const aBrowser = (options: { ip?: string } = {}) =>
  aVisitor({ services: shop.services, log: createLog("silent"), now: shop.clock.now, https: true, refused }, options);
const signedUp = async () => {
  const account = { email: `${randomUUID()}@example.com`, password: TEST_PASSWORD };
  await aBrowser().tell("auth.signUp", { ...account, name: "Анна", locale: "ru" });
  return account;
};
const wrong = (email: string) => ({ email, password: "a wrong guess" });
const guess = (email: string, browser = aBrowser()) => browser.tell("auth.signIn", wrong(email));
const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const warnings = async (email: string) => (await lettersTo(email)).filter(({ topic }) => topic === "auth.guessed");

test("a flood of guesses from everywhere keeps strangers waiting, and the owner's device comes in at once", async () => {
  const account = await signedUp();
  const mine = aBrowser();
  await mine.tell("auth.signIn", account);
  await mine.tell("auth.signOut", {});

  const outcomes = await many(200, () => guess(account.email));

  const judged = outcomes.filter(({ refusal }) => refusal === "auth.bad-credentials");
  expect(judged).toHaveLength(5);
  expect(outcomes.filter(({ refusal }) => refusal === "core.rate-limited")).toHaveLength(195);
  expect(await mine.tell("auth.signIn", account)).toMatchObject({ status: 200 });
  const elsewhere = await aBrowser().tell("auth.signIn", account);
  expect(elsewhere).toMatchObject({ status: 429, refusal: "core.rate-limited" });
  expect(elsewhere.headers["retry-after"]).toBe("2");
  expect(elsewhere.text).toContain('"details":{"retryAfter":2}');
});

test("an address nobody has is slowed in the very same way", async () => {
  const { email } = await signedUp();
  const answersFor = async (address: string) => {
    const answers = [];
    for (let count = 0; count < 7; count++) {
      const { status, text, headers, setCookies } = await guess(address);
      answers.push({ status, text: text.replace(/"requestId":"[^"]+"/, ""), headers, setCookies });
    }
    return answers;
  };

  expect(await answersFor(`${randomUUID()}@example.com`)).toEqual(await answersFor(email));
});

test("the spelling of an address does not make a bucket of its own", async () => {
  const { email } = await signedUp();
  for (let count = 0; count < 5; count++) await guess(email);

  expect(await guess(email.toUpperCase())).toMatchObject({ refusal: "core.rate-limited" });
});

test("a network has twenty sign-ins a minute, whatever the accounts", async () => {
  const outcomes = await many(50, (index) =>
    guess(`${randomUUID()}@example.com`, aBrowser({ ip: `198.51.100.${index}` })),
  );

  expect(outcomes.filter(({ status }) => status === 401)).toHaveLength(20);
  expect(outcomes.filter(({ status }) => status === 429)).toHaveLength(30);
  shop.clock.advance(3_000);
  expect(await guess(`${randomUUID()}@example.com`, aBrowser({ ip: "198.51.100.250" }))).toMatchObject({ status: 401 });
  expect(await guess(`${randomUUID()}@example.com`, aBrowser({ ip: "198.51.101.1" }))).toMatchObject({ status: 401 });
});

test("guesses in a batch are refused, and each batch counts for its network (T-15)", async () => {
  const browser = aBrowser({ ip: "192.0.2.1" });
  const batch = () => browser.tellInBatch("auth.signIn,auth.signIn", wrong("a@example.com"));
  for (let count = 0; count < 10; count++) expect((await batch()).text).toContain("core.not-in-batch");

  expect((await batch()).text).toContain("core.rate-limited");
});

test("the owner of an account that is guessed at gets one letter", async () => {
  const { email } = await signedUp();
  for (let count = 0; count < 5; count++) await guess(email);
  expect(await warnings(email)).toEqual([]);

  for (const wait of [2, 4, 8]) {
    shop.clock.advance(wait * 1000);
    await guess(email);
  }

  expect(await warnings(email)).toHaveLength(1);
});

test("the table of limits names nobody", async () => {
  const { email } = await signedUp();
  await guess(email, aBrowser({ ip: "203.0.113.99" }));

  const { rows } = await shop.database.pool.query("select string_agg(key, ' ') as keys from core.bucket");
  expect(rows[0]?.keys).not.toContain(email.split("@")[0]);
  expect(rows[0]?.keys).not.toContain("203.0.113");
});

test("failed and slowed sign-ins are counted for the operator", async () => {
  const { email } = await signedUp();
  refusals.length = 0;
  for (let count = 0; count < 6; count++) await guess(email);

  expect(refusals).toEqual([
    ...Array.from({ length: 5 }, () => "auth.signIn auth.bad-credentials"),
    "auth.signIn core.rate-limited",
  ]);
});

test("accounts are not made in numbers from one network", async () => {
  const browser = aBrowser();
  const signUp = () =>
    browser.tell("auth.signUp", { email: `${randomUUID()}@example.com`, password: "short", name: "A", locale: "en" });

  const outcomes = await many(25, signUp);

  expect(outcomes.filter(({ status }) => status === 429)).toHaveLength(5);
});

test("a new password by mail ends the wait: what was guessed at the old one is forgotten (AUTH-10)", async () => {
  const { email } = await signedUp();
  for (let count = 0; count < 5; count++) await guess(email);
  expect(await guess(email)).toMatchObject({ refusal: "core.rate-limited" });

  await aBrowser().tell("auth.askReset", { email });
  const password = "quite another four words";
  await aBrowser().tell("auth.resetPassword", { token: await tokenFor(email, "/reset/new"), password });

  expect(await aBrowser().tell("auth.signIn", { email, password })).toMatchObject({ status: 200 });
});
