import { randomUUID } from "node:crypto";
import { createTransact } from "@vitrina/db/core";
import { RoleNameTaken } from "@vitrina/domain/auth";
import { expect, test } from "vitest";
import { postOffice } from "#testing-letters.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";

const shop = testShop();
const { tokenFor } = postOffice(shop);

/**
 * Does `first` in a transaction, begins `other` in another one, and when that has ended or waits, does `last` and commits.
 * Answers how `other` ends.
 */
async function meanwhile(first: () => Promise<unknown>, other: () => Promise<unknown>, last = async () => {}) {
  const begin = Promise.withResolvers<void>();
  let ended = false;
  const outcome = Promise.allSettled([begin.promise.then(other).finally(() => (ended = true))]);
  const waits = async () => (await shop.database.pool.query("select from pg_locks where not granted")).rowCount !== 0;
  await createTransact(shop.database.db, () => ({}))(async () => {
    await first();
    begin.resolve();
    while (!ended && !(await waits())) await new Promise(setImmediate);
    await last();
  });
  return (await outcome)[0];
}

test("an address that its owner gives up at this moment is not taken from them by a sign-up that has begun", async () => {
  const { email, principal } = await shop.member("customer");
  const { auth } = shop.services;
  await auth.changeEmail(principal, `new-${email}`);
  const token = await tokenFor(`new-${email}`, "/email/confirm");
  const registration = { email, password: TEST_PASSWORD, name: "Mallory", locale: "en" } as const;

  const signUp = await meanwhile(
    () => auth.confirmEmail(principal, token),
    () => auth.signUp(registration),
  );

  expect(signUp.status).toBe("fulfilled");
  const taken = shop.database.db.selectFrom("users.user").select("name").where("emailCanonical", "=", email);
  expect(await taken.execute()).toEqual([]);
  await auth.undoEmailChange(await tokenFor(email, "/email/undo"));
});

test("of two roles that are given one name at once, one gets it", async () => {
  const { principal } = await shop.member("admin");
  const { roles } = shop.services;
  const aRole = () => roles.create(principal, { name: randomUUID(), permissions: [] });
  const [one, two, name] = [await aRole(), await aRole(), randomUUID()];

  const outcome = await meanwhile(
    () => roles.change(principal, { ...one, name }),
    () => roles.change(principal, { ...two, name }),
  );

  expect(outcome).toEqual({ status: "rejected", reason: new RoleNameTaken({ name }) });
});

test("whoever accepts an invitation waits for the person before anything of theirs, as everybody does", async () => {
  const admin = await shop.member("admin");
  const { email, principal } = await shop.member("customer");
  const { db } = shop.database;
  const { invitations } = shop.services;
  await invitations.invite(admin.principal, { email, role: "staff", roleId: null, locale: "en" });
  const token = await tokenFor(email, "/invite");
  const acceptance = { token, name: "Anna", password: "five quite unrelated words here", locale: "en" } as const;
  let free: unknown[] = [];

  const accepted = await meanwhile(
    () => db.selectFrom("users.user").select("id").where("id", "=", principal.userId).forUpdate().execute(),
    () => invitations.accept(principal, acceptance),
    async () => {
      const mine = db.selectFrom("auth.credential").select("userId").where("userId", "=", principal.userId);
      free = await mine.forUpdate().skipLocked().execute();
    },
  );

  expect(free).toHaveLength(1);
  expect(accepted?.status).toBe("fulfilled");
});

test("a second invitation waits for whoever accepts the first, before it takes its place", async () => {
  const { principal } = await shop.member("admin");
  const { db } = shop.database;
  const email = `${randomUUID()}@vitrina.example`;
  const invite = () =>
    shop.services.invitations.invite(principal, { email, role: "staff", roleId: null, locale: "en" });
  await invite();
  let free: unknown[] = [];

  const second = await meanwhile(
    () => db.selectFrom("auth.link").select("id").where("email", "=", email).forUpdate().execute(),
    invite,
    async () => {
      free = await db
        .selectFrom("auth.invitation")
        .select("id")
        .where("email", "=", email)
        .forUpdate()
        .skipLocked()
        .execute();
    },
  );

  expect(free).toHaveLength(1);
  expect(second?.status).toBe("fulfilled");
});
