import { randomUUID } from "node:crypto";
import { createTransact } from "@vitrina/db/core";
import { testDatabase } from "@vitrina/db/testing";
import { createAddressRepository, createUsersRepository } from "@vitrina/db/users";
import { AddressLimitReached, createAddressService } from "@vitrina/domain/users";
import { addressRepositorySuite, aPostalAddress, aUser, postalRules } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";

const database = testDatabase({ max: 20 });
const aPerson = async () => {
  const id = randomUUID();
  await createUsersRepository(database.db).add(aUser({ id, email: `${id}@example.com` }));
  return id;
};
const books = () =>
  createAddressService({
    addresses: createAddressRepository(database.db),
    transact: createTransact(database.db, (db) => ({ addresses: createAddressRepository(db) })),
    rules: postalRules,
    newId: randomUUID,
  });
const withAddresses = async (count: number) => {
  const anna = await aPerson();
  for (let flat = 1; flat <= count; flat++) await books().add(anna, aPostalAddress({ flat: `${flat}` }));
  return { anna, ids: (await books().book(anna)).addresses.map(({ id }) => id) };
};

addressRepositorySuite(
  async () => ({
    addresses: transacting(),
    anna: await aPerson(),
    boris: await aPerson(),
  }),
  randomUUID,
);

/** Each change in a transaction of its own: only together do an address and its book hold. */
function transacting() {
  const transact = createTransact(database.db, createAddressRepository);
  const { book, find, lock, replace } = createAddressRepository(database.db);
  type Repository = ReturnType<typeof createAddressRepository>;
  return {
    book,
    find,
    lock,
    replace,
    add: (...args: Parameters<Repository["add"]>) => transact((addresses) => addresses.add(...args)),
    remove: (...args: Parameters<Repository["remove"]>) => transact((addresses) => addresses.remove(...args)),
    setDefaults: (...args: Parameters<Repository["setDefaults"]>) =>
      transact((addresses) => addresses.setDefaults(...args)),
  };
}

test("of twenty people who make an address the default at once, exactly one address is it", async () => {
  const { anna, ids } = await withAddresses(20);

  const answers = await Promise.all(ids.map((id) => books().makeDefault(anna, { id, use: "shipping" })));

  const { defaults } = await books().book(anna);
  expect(ids).toContain(defaults?.shipping);
  expect(defaults?.billing).toBe(ids.at(-1));
  expect(answers.map((answer) => answer.defaults?.shipping)).toEqual(ids);
});

test("ten parallel additions to a book of forty-five leave fifty addresses and five refusals", async () => {
  const { anna } = await withAddresses(45);

  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => books().add(anna, aPostalAddress({ flat: `new ${index}` }))),
  );

  const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refusals).toEqual(Array.from({ length: 5 }, () => new AddressLimitReached({ limit: 50 })));
  expect((await books().book(anna)).addresses).toHaveLength(50);
});

test("ten first addresses at once are ten addresses and one default for each use", async () => {
  const anna = await aPerson();

  await Promise.all(Array.from({ length: 10 }, (_, index) => books().add(anna, aPostalAddress({ flat: `${index}` }))));

  const { addresses, defaults } = await books().book(anna);
  expect(addresses).toHaveLength(10);
  expect(addresses.map(({ id }) => id)).toContain(defaults?.shipping);
});

test("everything deleted at once leaves neither address nor default", async () => {
  const { anna, ids } = await withAddresses(10);

  await Promise.all(ids.map((id) => books().remove(anna, id)));

  expect(await books().book(anna)).toEqual({ addresses: [], defaults: null });
});

test("the database itself refuses a book without its default, and an address outside of a book", async () => {
  const { anna, ids } = await withAddresses(1);
  const refused = (statement: string, values: unknown[]) =>
    expect(database.pool.query(statement, values)).rejects.toThrow("violates foreign key constraint");

  await refused("delete from users.address where id = $1", [ids[0]]);
  await refused("update users.address set user_id = $1 where user_id = $2", [await aPerson(), anna]);
});

test("a stranger's address cannot become one's default, whatever the program says", async () => {
  const { ids } = await withAddresses(1);
  const { anna } = await withAddresses(1);

  await expect(
    database.pool.query("update users.address_book set billing_id = $1 where user_id = $2", [ids[0], anna]),
  ).rejects.toThrow("violates foreign key constraint");
});
