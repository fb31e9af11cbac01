import { randomUUID } from "node:crypto";
import { runMigrations } from "graphile-worker";
import { beforeAll, expect, test } from "vitest";
import { createServices } from "#services.ts";
import { TEST_PASSWORD, testEnv, testShop } from "#testing.ts";
import { anOrderForm, deliverOrder, onTheShelf, openForOrders, placeOrder, placeOrderAsGuest } from "#testing-goods.ts";
import { postOffice } from "#testing-letters.ts";

const DAY = 86_400_000;
const shop = testShop();
const { lettersTo, tokenFor } = postOffice(shop);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { cause?: { code: string; details: object }; message: string }) => error.cause ?? error.message,
  );

beforeAll(async () => {
  await openForOrders(shop);
  await runMigrations({ connectionString: shop.database.connectionString });
});

/** Somebody with a name, phone and street that nobody else has. */
async function aPerson(wanted?: string) {
  const id = randomUUID().slice(0, 8);
  const digits = String(Math.floor(Math.random() * 1e7)).padStart(7, "0");
  const traits = {
    email: wanted ?? `Person-${id}@Vitrina.example`,
    name: `Аделаида-${id}`,
    phone: `+7912${digits}`,
    street: `Кривоколенный-${id}, 7`,
  };
  const address = { ...anOrderForm("").address, fullName: traits.name, phone: traits.phone, street: traits.street };
  await shop.callerOf().auth.signUp({
    email: traits.email,
    password: TEST_PASSWORD,
    name: traits.name,
    locale: "ru",
    newsletter: "2026-11",
  });
  const signIn = async () => {
    const { tokens } = await shop.callerOf().auth.signIn({ email: traits.email, password: TEST_PASSWORD });
    const principal = await shop.services.auth.authenticate(tokens?.accessToken ?? "", "api");
    return { principal, caller: shop.callerOf({ principal }) };
  };
  const { principal, caller } = await signIn();
  return { ...traits, address, signIn, caller, principal, userId: principal.userId };
}
type Person = Awaited<ReturnType<typeof aPerson>>;
const verify = async ({ caller, email }: Person) =>
  caller.auth.verifyEmail({ token: await tokenFor(email, "/verify") });

/** Does everything that leaves traces. */
async function live(person: Person) {
  const { caller, email, address, name, phone } = person;
  await verify(person);
  await caller.users.editProfile({ name, phone, locale: "ru", currency: "EUR", version: 1 });
  await caller.users.addresses.add(address);
  await caller.users.consents.change({
    purpose: "review-requests",
    channel: "email",
    granted: true,
    textVersion: "2026-11",
  });
  const form = { email, address: { ...address, note: `Домофон ${name}` } };
  const order = await placeOrder(shop, caller, form);
  const delivered = await deliverOrder(shop, order);
  const asGuest = await placeOrderAsGuest(shop, { ...form, email: email.toLowerCase() });
  await deliverOrder(shop, asGuest.order);
  const productId = delivered.lines[0]?.productId ?? "";
  await caller.reviews.write({ productId, rating: 5, body: "It does what it should, day after day." });
  const { variantId } = await onTheShelf(shop.services);
  await caller.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  await caller.users.exports.ask({});
  await shop.callerOf().auth.askReset({ email });
  await caller.auth.changeEmail({ email: `other-${randomUUID()}@vitrina.example` });
  await refusal(shop.callerOf().auth.signIn({ email, password: "wrong" }));
  const staff = await shop.signedIn("staff");
  await staff.users.customers.reveal({ id: person.userId, field: "phone", reason: `asked by ${email}, ${phone}` });
  await staff.users.customers.addNote({ id: person.userId, text: `${name} prefers mornings, ${phone}` });
  const admin = await shop.signedIn("admin");
  await admin.auth.invitations.invite({ email, choice: { role: "staff" } });
  await lettersTo(email);
  await shop.database.db
    .insertInto("core.mail")
    .values({ messageId: randomUUID(), recipient: email, subject: name, bodyText: `${name}, ${phone}`, bodyHtml: name })
    .execute();
  return { order, asGuest, productId };
}

/** Every row of every table that says one of these somewhere, whatever its columns. */
async function rowsThatSay(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await shop.database.pool.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await shop.database.pool.query<{ row: string }>(
        `select row::text from ${name} as row where exists (
          select from unnest($1::text[]) as word where position(lower(word) in lower(row::text)) > 0)`,
        [words],
      );
      return rows.map(({ row }) => `${name}: ${row}`);
    }),
  );
  return found.flat();
}
const traitsOf = ({ email, name, phone, street }: Person) => [email, name, phone, street];
const eraseAll = async () => {
  while (await shop.services.erasure.eraseDue());
};
async function ask({ signIn }: Person) {
  const { caller } = await signIn();
  return caller.auth.eraseAccount({});
}

test("after an erasure no row of any table says the person's e-mail, name, phone or street", async () => {
  const [anna, boris] = [await aPerson(), await aPerson()];
  const { order, productId } = await live(anna);
  await live(boris);
  const before = await rowsThatSay(traitsOf(boris));
  expect((await rowsThatSay(traitsOf(anna))).length).toBeGreaterThan(10);

  await ask(anna);
  shop.clock.advance(14 * DAY);
  await eraseAll();

  expect(await rowsThatSay(traitsOf(anna))).toEqual([]);
  expect(await rowsThatSay(traitsOf(boris))).toEqual(before);
  while ((await shop.services.groups.refreshChanged(100)) > 0);
  const kept = await (await shop.signedIn("staff")).orders.admin.get({ id: order.id });
  expect(kept).toMatchObject({ number: order.number, lines: order.lines, totals: order.totals });
  expect(kept.address.country).toBe("RU");
  const { reviews } = await shop.callerOf().reviews.list({ productId });
  expect(reviews).toMatchObject([{ author: null, verified: true, rating: 5 }]);
  const { rows } = await shop.database.pool.query("select purpose from users.consent where user_id = $1", [
    anna.userId,
  ]);
  expect(rows.length).toBeGreaterThan(0);
});

test("whose address merely holds the erased one loses no letter, and nothing that waits to be told", async () => {
  const anna = await aPerson();
  const addresses = [`Jo${anna.email}`, `Jo.${anna.email}`, `${anna.email}.org`];
  const others = await Promise.all(addresses.map((email) => aPerson(email)));
  for (const { email, name } of others)
    await shop.database.db
      .insertInto("core.mail")
      .values({ messageId: randomUUID(), recipient: email, subject: name, bodyText: `To ${email}.`, bodyHtml: name })
      .execute();
  const words = others.flatMap(({ email, userId }) => [email, userId]);
  const before = await rowsThatSay(words);

  await ask(anna);
  shop.clock.advance(14 * DAY);
  await eraseAll();

  expect(await rowsThatSay(words)).toEqual(before);
});

test("the address is free for a new account, which has nothing of the former", async () => {
  const anna = await aPerson();
  await live(anna);
  await ask(anna);
  shop.clock.advance(14 * DAY);
  await eraseAll();

  await shop.callerOf().auth.signUp({ email: anna.email, password: TEST_PASSWORD, name: "Новая", locale: "ru" });
  const { caller, principal } = await anna.signIn();
  await caller.auth.verifyEmail({ token: await tokenFor(anna.email, "/verify") });

  expect(principal.userId).not.toBe(anna.userId);
  expect((await caller.orders.list({})).orders).toEqual([]);
  expect(await caller.orders.claimable()).toEqual([]);
});

test("open orders refuse it by name, those placed as a guest with the confirmed address too", async () => {
  const anna = await aPerson();
  await verify(anna);
  const own = await placeOrder(shop, anna.caller, { email: anna.email });
  const { order: asGuest } = await placeOrderAsGuest(shop, { email: anna.email });
  const open = [own, asGuest].map(({ id, number }) => ({ id, number }));

  expect(await refusal(anna.caller.auth.eraseAccount({}))).toMatchObject({
    code: "auth.open-orders",
    details: { orders: open },
  });
  await deliverOrder(shop, own);
  expect(await refusal(anna.caller.auth.eraseAccount({}))).toMatchObject({ details: { orders: open.slice(1) } });
  await deliverOrder(shop, asGuest);

  expect(await refusal(anna.caller.auth.eraseAccount({}))).toBeNull();
});

test("an account whose address nobody confirmed neither learns of the mailbox owner's orders nor erases them", async () => {
  const [anna, thief] = [await aPerson(), await aPerson()];
  const { order } = await placeOrderAsGuest(shop, { email: thief.email, address: anna.address });

  expect(await refusal(thief.caller.auth.eraseAccount({}))).toBeNull();
  shop.clock.advance(14 * DAY);
  await eraseAll();

  const kept = await (await shop.signedIn("staff")).orders.admin.get({ id: order.id });
  expect(kept).toMatchObject({ email: thief.email, address: { street: anna.street } });
});

test("asking ends every session at once, and signing in keeps everything", async () => {
  const anna = await aPerson();
  const { order } = await live(anna);
  await ask(anna);

  expect(
    await refusal(anna.caller.users.editProfile({ name: "N", phone: null, locale: "ru", currency: null, version: 2 })),
  ).toMatchObject({
    code: "auth.session-revoked",
  });
  expect((await lettersTo(anna.email)).at(-1)?.topic).toBe("auth.erasure-asked");
  shop.clock.advance(14 * DAY - 1);
  await eraseAll();
  const { caller } = await anna.signIn();
  shop.clock.advance(2 * DAY);
  await eraseAll();

  expect((await caller.orders.list({})).orders.map(({ id }) => id)).toContain(order.id);
  expect((await lettersTo(anna.email)).at(-1)?.topic).toBe("auth.erasure-undone");
});

test("the letter's link keeps the account, once, from anywhere", async () => {
  const anna = await aPerson();
  await ask(anna);
  const token = await tokenFor(anna.email, "/erasure/undo");

  expect(await refusal(shop.callerOf().auth.undoErasure({ token }))).toBeNull();
  expect(await refusal(shop.callerOf().auth.undoErasure({ token }))).toMatchObject({ code: "auth.link-invalid" });
  shop.clock.advance(15 * DAY);
  await eraseAll();

  expect((await anna.signIn()).principal.userId).toBe(anna.userId);
});

test("it needs a proof of identity of the last 15 minutes", async () => {
  const { principal } = await aPerson();
  const stale = shop.callerOf({
    principal: { ...principal, authTime: new Date(principal.authTime.getTime() - 16 * 60_000) },
  });

  expect(await refusal(stale.auth.eraseAccount({}))).toMatchObject({ code: "auth.recent-sign-in-required" });
});

test("a job killed in the middle leaves everything as it was, and the next one does all of it", async () => {
  const anna = await aPerson();
  await live(anna);
  await ask(anna);
  shop.clock.advance(14 * DAY);
  const before = await rowsThatSay(traitsOf(anna));
  await shop.database.pool.query(`
    create function users.kill() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return old; end $$;
    create trigger kill before delete on users.user for each row execute function users.kill()`);

  await expect(shop.services.erasure.eraseDue()).rejects.toThrow();
  await shop.database.pool.query("drop trigger kill on users.user; drop function users.kill()");

  expect(await rowsThatSay(traitsOf(anna))).toEqual(before);
  await eraseAll();
  expect(await rowsThatSay(traitsOf(anna))).toEqual([]);
});

test("five workers erase five people, each once", async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => aPerson()));
  for (const person of people) await ask(person);
  shop.clock.advance(14 * DAY);
  const workers = await Promise.all(
    people.map(() => createServices({ db: shop.database.db, env: testEnv, now: shop.clock.now })),
  );

  await Promise.all(workers.map(({ erasure }) => erasure.eraseDue()));
  await eraseAll();

  const { rows } = await shop.database.pool.query(
    "select subject_id, count(*)::int as times from core.audit where action = 'users.erased' and subject_id = any ($1) group by 1",
    [people.map(({ userId }) => userId)],
  );
  expect(rows).toHaveLength(5);
  expect(rows.every(({ times }) => times === 1)).toBe(true);
});

test("who signs in at the moment of the erasure keeps the account or has none: never half of it", async () => {
  for (let round = 0; round < 3; round++) {
    const anna = await aPerson();
    await ask(anna);
    shop.clock.advance(14 * DAY);

    const [signedIn] = await Promise.all([refusal(anna.signIn()), eraseAll()]);

    const left = await rowsThatSay(traitsOf(anna));
    if (signedIn === null) expect(left.some((row) => row.startsWith('users."user":'))).toBe(true);
    else expect(left).toEqual([]);
  }
});
