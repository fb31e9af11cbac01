import { NotFound } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { createAddressService } from "./address.service.ts";
import { aPostalAddress, fakeAddresses, postalRules } from "./address.fake.ts";
import { AddressLimitReached, InvalidAddress } from "./users.errors.ts";

const ANNA = "0196b8c0-0000-7000-8000-00000000000a";
const BORIS = "0196b8c0-0000-7000-8000-00000000000b";

function aBook() {
  const addresses = fakeAddresses();
  let ids = 0;
  return createAddressService({
    addresses,
    transact: (work) => work({ addresses }),
    rules: postalRules,
    newId: () => `address-${++ids}`,
  });
}
const flats = ({ addresses }: { addresses: { flat: string }[] }) => addresses.map(({ flat }) => flat);

test("a new person has no address and no default", async () => {
  expect(await aBook().book(ANNA)).toEqual({ addresses: [], defaults: null });
});

test("the first address serves delivery and billing; later ones wait until they are chosen", async () => {
  const book = aBook();

  await book.add(ANNA, aPostalAddress({ flat: "1" }));
  const both = await book.add(ANNA, aPostalAddress({ flat: "2" }));
  expect(both).toEqual(await book.book(ANNA));
  const chosen = await book.makeDefault(ANNA, { id: "address-2", use: "billing" });

  expect(flats(chosen)).toEqual(["2", "1"]);
  expect(chosen.defaults).toEqual({ shipping: "address-1", billing: "address-2" });
  expect(await book.book(ANNA)).toEqual(chosen);
});

test("when a default address goes, the newest of the others takes its place", async () => {
  const book = aBook();
  for (const flat of ["1", "2", "3"]) await book.add(ANNA, aPostalAddress({ flat }));
  await book.makeDefault(ANNA, { id: "address-2", use: "billing" });

  const left = await book.remove(ANNA, "address-1");

  expect(flats(left)).toEqual(["3", "2"]);
  expect(left.defaults).toEqual({ shipping: "address-3", billing: "address-2" });
});

test("with the last address the defaults go too", async () => {
  const book = aBook();
  await book.add(ANNA, aPostalAddress());

  expect(await book.remove(ANNA, "address-1")).toEqual({ addresses: [], defaults: null });
  expect(await book.book(ANNA)).toEqual({ addresses: [], defaults: null });
});

test("the fifty-first address is refused by name of the limit, and an order that would bring it leaves it out", async () => {
  const book = aBook();
  for (let flat = 1; flat <= 50; flat++) await book.add(ANNA, aPostalAddress({ flat: `${flat}` }));

  await expect(book.add(ANNA, aPostalAddress({ flat: "51" }))).rejects.toEqual(new AddressLimitReached({ limit: 50 }));
  await book.keep(ANNA, aPostalAddress({ flat: "51" }));

  expect((await book.book(ANNA)).addresses).toHaveLength(50);
});

test("an edited address keeps its place and follows the rules of its country", async () => {
  const book = aBook();
  await book.add(ANNA, aPostalAddress({ flat: "1" }));
  await book.add(ANNA, aPostalAddress({ flat: "2" }));

  const changed = await book.change(ANNA, { ...aPostalAddress({ flat: "7", postcode: "103 375" }), id: "address-1" });

  expect(flats(changed)).toEqual(["2", "7"]);
  expect(changed.addresses[1]?.postcode).toBe("103375");
  await expect(book.change(ANNA, { ...aPostalAddress({ postcode: "1" }), id: "address-1" })).rejects.toThrow(
    InvalidAddress,
  );
});

test("a stranger's address can be neither seen, changed, removed nor made a default (T-01)", async () => {
  const book = aBook();
  await book.add(ANNA, aPostalAddress());
  await book.add(BORIS, aPostalAddress({ flat: "2" }));
  const before = await book.book(ANNA);

  expect(await book.find(BORIS, "address-1")).toBeNull();
  await expect(book.change(BORIS, { ...aPostalAddress({ flat: "9" }), id: "address-1" })).rejects.toThrow(
    new NotFound({ what: "address" }),
  );
  await expect(book.remove(BORIS, "address-1")).rejects.toThrow(new NotFound({ what: "address" }));
  await expect(book.makeDefault(BORIS, { id: "address-1", use: "shipping" })).rejects.toThrow(
    new NotFound({ what: "address" }),
  );

  expect(await book.book(ANNA)).toEqual(before);
});

test("someone without any address cannot make one a default", async () => {
  await expect(aBook().makeDefault(ANNA, { id: "address-1", use: "shipping" })).rejects.toThrow(
    new NotFound({ what: "address" }),
  );
});

test("a form is offered for each country that is served", () => {
  expect(
    aBook()
      .forms()
      .map(({ country }) => country),
  ).toEqual(["RU", "DE", "US"]);
});

test("an address that an order brings is kept once, however often it is ordered to", async () => {
  const book = aBook();
  await book.add(ANNA, aPostalAddress({ flat: "1" }));

  await book.keep(ANNA, aPostalAddress({ flat: "1" }));
  await book.keep(ANNA, aPostalAddress({ flat: "2" }));
  await book.keep(ANNA, aPostalAddress({ flat: "2" }));
  await book.keep(BORIS, aPostalAddress({ flat: "2" }));

  expect(flats(await book.book(ANNA))).toEqual(["2", "1"]);
  expect((await book.book(ANNA)).defaults).toEqual({ shipping: "address-1", billing: "address-1" });
  expect(flats(await book.book(BORIS))).toEqual(["2"]);
});
