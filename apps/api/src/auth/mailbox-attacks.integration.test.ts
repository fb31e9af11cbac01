import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { codeFor } from "#auth/testing-codes.ts";
import { aVisitor } from "#auth/testing-visitor.ts";
import { createLog } from "#core/log.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop({ max: 20 });
const { tokenFor, lettersTo } = postOffice(shop);
const aBrowser = () =>
  aVisitor({ services: shop.services, log: createLog("silent"), now: shop.clock.now, https: true });
type Browser = ReturnType<typeof aBrowser>;
const anEmail = () => `${randomUUID()}@vitrina.example`;
const NEW_PASSWORD = "five quite unrelated words here";
const MINUTE = 60_000;

/** Someone who has signed up by themselves, signed in, and not looked at their letters. */
async function anUnverified(email = anEmail()) {
  const browser = aBrowser();
  await browser.tell("auth.signUp", { email, password: TEST_PASSWORD, name: "Анна", locale: "ru" });
  await browser.tell("auth.signIn", { email, password: TEST_PASSWORD });
  return { email, browser };
}
async function aVerified(address = anEmail()) {
  const { email, browser } = await anUnverified(address);
  expect(await browser.tell("auth.verifyEmail", { token: await tokenFor(email, "/verify") })).toMatchObject({
    status: 200,
  });
  return { email, browser };
}
const signInAs = (email: string, password = TEST_PASSWORD) => aBrowser().tell("auth.signIn", { email, password });
const askReset = async (email: string) => {
  await aBrowser().tell("auth.askReset", { email });
  return tokenFor(email, "/reset/new");
};
const reset = (token: string, password = NEW_PASSWORD) => aBrowser().tell("auth.resetPassword", { token, password });
async function changing() {
  const [{ email, browser }, newEmail] = [await aVerified(), anEmail()];
  await browser.tell("auth.changeEmail", { email: newEmail });
  return { email, newEmail, browser, token: await tokenFor(newEmail, "/email/confirm") };
}
async function changed() {
  const { email, newEmail, browser, token } = await changing();
  expect(await browser.tell("auth.confirmEmail", { token })).toMatchObject({ status: 200 });
  await browser.tell("auth.refresh", {});
  return { email, newEmail, browser, token: await tokenFor(email, "/email/undo") };
}
async function invited() {
  const { email, browser } = await aVerified();
  const boss = await shop.signedIn("admin");
  await boss.auth.invitations.invite({ email, choice: { role: "staff" } });
  return { email, browser, token: await tokenFor(email, "/invite") };
}

/** Whose hands a link may work in. */
const CALLERS = ["owner", "another", "nobody"] as const;
type Caller = (typeof CALLERS)[number];
const USES = {
  "auth.verifyEmail": (token: string) => ({ token }),
  "auth.resetPassword": (token: string) => ({ token, password: NEW_PASSWORD }),
  "auth.confirmEmail": (token: string) => ({ token }),
  "auth.undoEmailChange": (token: string) => ({ token }),
  "auth.invitations.accept": (token: string) => ({ token, name: "Анна", password: NEW_PASSWORD }),
};
type Use = keyof typeof USES;
type Links = { browser: Browser; token: string };
/** How each kind of link is come by, and all that it is good for: the diagonal. */
const KINDS: Record<string, { make: () => Promise<Links>; good: Partial<Record<Use, readonly Caller[]>> }> = {
  verify: {
    make: async () => {
      const { email, browser } = await anUnverified();
      return { browser, token: await tokenFor(email, "/verify") };
    },
    good: { "auth.verifyEmail": ["owner"], "auth.resetPassword": CALLERS },
  },
  reset: {
    make: async () => {
      const { email, browser } = await aVerified();
      return { browser, token: await askReset(email) };
    },
    good: { "auth.resetPassword": CALLERS },
  },
  "change-email": { make: changing, good: { "auth.confirmEmail": ["owner"] } },
  "undo-email": { make: changed, good: { "auth.undoEmailChange": CALLERS } },
  invite: { make: invited, good: { "auth.invitations.accept": ["owner"] } },
};

test.each(Object.entries(KINDS))(
  "a link to %s does nothing in other hands and for other ends, and stays good for its own (T-08)",
  async (_, { make, good }) => {
    const { browser, token } = await make();
    const others = { owner: () => browser, another: (await aVerified()).browser, nobody: aBrowser };
    const callers: Record<Caller, () => Browser> = { ...others, another: () => others.another };
    const wrong = Object.entries(USES).flatMap(([path, input]) =>
      CALLERS.filter((caller) => !good[path as Use]?.includes(caller)).map((caller) => ({ path, input, caller })),
    );

    for (const { path, input, caller } of wrong) {
      const { status, refusal } = await callers[caller]().tell(path, input(token));
      expect([400, 401, 403, 404, 409], `${path} by ${caller}: ${refusal}`).toContain(status);
    }

    for (const [path, [caller = "owner"]] of Object.entries(good).slice(0, 1))
      expect(await callers[caller]().tell(path, USES[path as Use](token))).toMatchObject({ status: 200 });
  },
);

test("who registered with the address of another person has lost the account once that person sees the letter (T-09)", async () => {
  const { email, browser: hijacker } = await anUnverified();
  const token = await tokenFor(email, "/verify");

  expect(await aBrowser().tell("auth.verifyEmail", { token })).toMatchObject({ status: 401 });
  expect((await hijacker.ask("users.me")).data).toMatchObject({ emailVerified: false });
  expect(await reset(token)).toMatchObject({ status: 200 });

  expect(await hijacker.tell("auth.refresh", {})).toMatchObject({ status: 401 });
  expect(await signInAs(email)).toMatchObject({ status: 401 });
  expect(await signInAs(email, NEW_PASSWORD)).toMatchObject({ status: 200 });
});

test("a guest's order never joins an account by its address alone, confirmed or not (T-09)", async () => {
  await openForOrders(shop);
  const { variantId } = await onTheShelf(shop.services);
  const email = anEmail();
  const { secret } = await shop.callerOf().cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const guest = shop.guest(secret);
  const { hash } = await guest.orders.startCheckout({ country: "RU" });
  await guest.orders.placeOrder({ ...anOrderForm(hash), email });

  const { browser: hijacker } = await anUnverified(email);
  const orders = async () => (await hijacker.ask("orders.list?input={}")).data;

  expect(await orders()).toMatchObject({ orders: [] });
  await hijacker.tell("auth.verifyEmail", { token: await tokenFor(email, "/verify") });
  expect(await orders()).toMatchObject({ orders: [] });
});

test("a new address is none until its own link is used, and the old one is told (T-10)", async () => {
  const { email, newEmail, browser, token } = await changing();
  expect((await browser.ask("users.me")).data).toMatchObject({ email, emailVerified: true });
  expect(await signInAs(newEmail)).toMatchObject({ status: 401 });

  await browser.tell("auth.confirmEmail", { token });
  await browser.tell("auth.refresh", {});

  expect((await browser.ask("users.me")).data).toMatchObject({ email: newEmail, emailVerified: true });
  expect(await signInAs(newEmail)).toMatchObject({ status: 200 });
  expect(await signInAs(email)).toMatchObject({ status: 401 });
  expect((await lettersTo(email)).at(-1)).toMatchObject({
    topic: "auth.email-changed",
    text: expect.stringContaining(newEmail),
  });
});

test("an address that was never confirmed is not changed for one that is (T-10)", async () => {
  const { browser } = await anUnverified();

  expect(await browser.tell("auth.changeEmail", { email: anEmail() })).toMatchObject({ status: 403 });
});

/** What of an answer could tell a known address from an unknown one. */
const seen = ({ status, text, setCookies, headers }: Awaited<ReturnType<Browser["tell"]>>) => ({
  status,
  text: text.replace(/"requestId":"[^"]+"/, ""),
  setCookies: setCookies.map((line) => line.split("=")[0]),
  headers: Object.keys(headers).toSorted(),
});

test.each([
  {
    title: "a reset",
    path: "auth.askReset",
    caller: async () => aBrowser(),
    input: (email: string) => ({ email }),
  },
  {
    title: "a change of address",
    path: "auth.changeEmail",
    caller: async () => (await aVerified()).browser,
    input: (email: string) => ({ email }),
  },
  {
    title: "an invitation",
    path: "auth.invitations.invite",
    caller: async () => {
      const { email, secret } = await shop.member("admin");
      const browser = aBrowser();
      const { text } = await browser.tell("auth.signIn", { email, password: TEST_PASSWORD });
      const { challenge } = JSON.parse(text).error.data.refusal.details;
      await browser.tell("auth.factor.completeSignIn", { challenge, code: codeFor(secret, shop.clock.now()) });
      return browser;
    },
    input: (email: string) => ({ email, choice: { role: "staff" } }),
  },
])("the answer to $title does not tell whether the address is known (T-11)", async ({ path, caller, input }) => {
  const { email: known } = await aVerified();
  const tell = async (email: string) => seen(await (await caller()).tell(path, input(email)));

  const unknown = await tell(anEmail());

  expect(unknown).toMatchObject({ status: 200 });
  expect(await tell(known)).toEqual(unknown);
  expect(await tell(known.toUpperCase())).toEqual(unknown);
});

test("a link to a new password works once and until something newer happens, and each failure looks alike (T-13)", async () => {
  const afterwards: Record<string, (owner: { email: string; browser: Browser; token: string }) => Promise<unknown>> = {
    "it was used": ({ token }) => reset(token),
    "a newer one was sent": ({ email }) => askReset(email),
    "the password was changed": ({ browser }) =>
      browser.tell("auth.changePassword", { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD }),
    "the address was changed": async ({ browser }) => {
      const newEmail = anEmail();
      await browser.tell("auth.changeEmail", { email: newEmail });
      await browser.tell("auth.confirmEmail", { token: await tokenFor(newEmail, "/email/confirm") });
    },
    "its time was over": async () => shop.clock.advance(30 * MINUTE),
  };
  const answers = new Set([JSON.stringify(seen(await reset("nobody-has-ever-sent-this-token-to-anybody-")))]);

  for (const [event, happen] of Object.entries(afterwards)) {
    const { email, browser } = await aVerified();
    const token = await askReset(email);
    await happen({ email, browser, token });

    const answer = await reset(token, "six other quite unrelated words there");

    expect(answer, event).toMatchObject({ status: 400 });
    answers.add(JSON.stringify(seen(answer)));
    expect(await signInAs(email, "six other quite unrelated words there"), event).toMatchObject({ status: 401 });
  }

  expect([...answers]).toHaveLength(1);
});

/** Other spellings of an address that is the same to its mail server. */
const spellingsOf = (email: string) => [email.toUpperCase(), email.replace("vitrina", "ViTrina")];

test("a mailbox is one account, however its address is typed and by whichever way it comes in (T-24)", async () => {
  const [{ email }, { email: other, browser }] = [await aVerified(), await aVerified()];
  const boss = await shop.signedIn("admin");

  for (const spelling of spellingsOf(email)) {
    const account = { email: spelling, password: TEST_PASSWORD, name: "Мэллори", locale: "ru" } as const;
    expect(await aBrowser().tell("auth.signUp", account)).toMatchObject({ status: 200 });
    expect(await shop.services.auth.createUser({ ...account, role: "staff" })).toMatchObject({ created: false });
    expect(await browser.tell("auth.changeEmail", { email: spelling })).toMatchObject({ status: 200 });
    await boss.auth.invitations.invite({ email: spelling, choice: { role: "staff" } });
    expect((await lettersTo(spelling)).filter(({ topic }) => topic === "auth.email-change-link")).toEqual([]);
  }
  for (const spelling of spellingsOf(other))
    expect(await browser.tell("auth.changeEmail", { email: spelling })).toMatchObject({
      refusal: "auth.email-unchanged",
    });

  const { rows } = await shop.database.pool.query(
    'select email from users."user" where lower(email) = lower($1) union all select email from users."user" where lower(email) = lower($2)',
    [email, other],
  );
  expect(rows).toEqual([{ email }, { email: other }]);
});

test.each([
  ["a dotless i", (email: string) => email.replace("vitrina", "vıtrina")],
  ["a full-width letter", (email: string) => email.replace("example", "ｅxample")],
  ["the Kelvin sign", (email: string) => email.replace("k.", "\u212a.")],
  ["a combining mark", (email: string) => email.replace("@", "\u0301@")],
])(
  "a letter to a new password goes to the stored address alone, and never for %s in its place (T-23)",
  async (_, disguised) => {
    const { email } = await aVerified(`k.${anEmail()}`);
    const before = (await lettersTo(email)).length;

    await aBrowser().tell("auth.askReset", { email: disguised(email) });

    expect(disguised(email)).not.toBe(email);
    expect(await lettersTo(disguised(email))).toEqual([]);
    expect(await lettersTo(email)).toHaveLength(before);
    await aBrowser().tell("auth.askReset", { email: email.toUpperCase() });
    expect((await lettersTo(email)).at(-1)).toMatchObject({ topic: "auth.reset-link", to: email });
  },
);
