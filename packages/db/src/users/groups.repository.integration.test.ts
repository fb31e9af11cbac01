import { randomUUID } from "node:crypto";
import { createAddressRepository, createGroupsRepository, createUsersRepository } from "@vitrina/db/users";
import { testDatabase } from "@vitrina/db/testing";
import type { UsersTables } from "@vitrina/db/users";
import { aPostalAddress, aUser, groupsSuite } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase<UsersTables>({ max: 20 });
/** Rules are asked of three people at a time, so that every test goes through several slices. */
const groups = () => createGroupsRepository(database.db, { slice: 3 });
const NOW = new Date("2026-06-01T12:00:00Z");

async function person(changes: Parameters<typeof aUser>[0] = {}) {
  const id = randomUUID();
  const user = aUser({ id, email: `${id}@example.com`, ...changes });
  await createUsersRepository(database.db).add(user);
  return user;
}
async function aGroup(rule: Parameters<ReturnType<typeof groups>["add"]>[0]["rule"] = null) {
  const id = randomUUID();
  const group = { id, code: `g-${id}`, name: { ru: "Группа", en: "Group" }, rule, version: 1 };
  await groups().add(group, NOW);
  return group;
}
const buys = ({
  userId,
  amount,
  currency,
  at,
}: {
  userId: string;
  amount: number;
  currency: "RUB" | "EUR" | "USD";
  at: Date;
}) =>
  database.db
    .insertInto("users.purchase")
    .values({ orderId: randomUUID(), userId, amount, currency, placedAt: at })
    .execute();

groupsSuite(
  async () => ({
    groups: groups(),
    person,
    async buys(purchase) {
      await buys(purchase);
    },
    async livesIn(userId, country) {
      const address = { ...aPostalAddress({ country }), id: randomUUID() };
      const elsewhere = { ...aPostalAddress({ country: country === "RU" ? "DE" : "RU" }), id: randomUUID() };
      const defaults = { shipping: address.id, billing: address.id };
      const addresses = createAddressRepository(database.db);
      await database.db.transaction().execute(async (transaction) => {
        const book = createAddressRepository(transaction);
        await book.add(userId, elsewhere, { shipping: elsewhere.id, billing: elsewhere.id });
        await book.add(userId, address, defaults);
      });
      expect((await addresses.book(userId)).defaults).toEqual(defaults);
    },
  }),
  randomUUID,
);

test("of ten who put the same person into a group at once one does", async () => {
  const { id: groupId } = await aGroup();
  const { id: userId } = await person();
  const membership = () => ({ id: randomUUID(), groupId, userId, from: NOW, until: null });

  const added = await Promise.all(Array.from({ length: 10 }, () => groups().addMember(membership())));

  expect(added.filter(Boolean)).toHaveLength(1);
});

test("ten evaluations at once let everybody in once", async () => {
  const group = await aGroup([{ fact: "orders", atLeast: 1, withinDays: null }]);
  const people = await Promise.all(Array.from({ length: 20 }, () => person()));
  for (const { id: userId } of people) await buys({ userId, amount: 1, currency: "RUB", at: NOW });
  const asked = { groupId: group.id, rule: group.rule ?? [], people: people.map(({ id }) => id), now: NOW };

  await Promise.all(Array.from({ length: 10 }, () => groups().evaluate(asked)));

  expect((await groups().find(group.id, NOW))?.members).toBe(20);
});

test("of somebody who is in and out again and again, no more is listed than asked for", async () => {
  const [{ id: groupId }, { id: userId }] = [await aGroup(), await person()];
  for (let year = 2030; year < 2034; year++) {
    const [from, until] = [new Date(Date.UTC(year, 0)), new Date(Date.UTC(year, 6))];
    await groups().addMember({ id: randomUUID(), groupId, userId, from, until });
  }

  expect(await groups().ofCustomer(userId, NOW, 3)).toMatchObject([
    { from: "2030-01-01T00:00:00.000Z" },
    { from: "2031-01-01T00:00:00.000Z" },
    { from: "2032-01-01T00:00:00.000Z" },
  ]);
});

test("what is no rule's business wakes nobody", async () => {
  const user = await person();
  while ((await groups().takeChanged(1000)).length > 0);

  const users = createUsersRepository(database.db);
  await users.edit({ ...user, name: "Another", version: 2 });
  await users.raiseAv(user.id);
  expect(await groups().takeChanged(1000)).toEqual([]);

  await users.markVerified(user.id, NOW);
  expect(await groups().takeChanged(1000)).toEqual([user.id]);
});

test("two groups never take one code at the same moment", async () => {
  const [one, other] = [await aGroup(), await aGroup()];
  const code = `s-${randomUUID()}`;

  const outcomes = await Promise.allSettled([one, other].map((group) => groups().save({ ...group, code })));

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { details: { code } } });
});
