import { type NewId, NotFound, type Transact } from "@vitrina/domain/core";
import {
  addAddress,
  type AddressBook,
  type AddressUse,
  findSame,
  MAX_ADDRESSES,
  removeAddress,
} from "./address-book.ts";
import type { AddressRepository } from "./address.repository.ts";
import { Country, normaliseAddress, type PostalAddress, type PostalRules } from "./postal-address.ts";

export interface AddressDependencies {
  addresses: Pick<AddressRepository, "book" | "find">;
  transact: Transact<{ addresses: AddressRepository }>;
  rules: PostalRules;
  newId: NewId;
}

/** A person's address book (USER-03, USER-04). */
export function createAddressService({ addresses, transact, rules, newId }: AddressDependencies) {
  const normalise = <Kind extends PostalAddress>(address: Kind): Kind => normaliseAddress(address, rules);
  const forms = Country.options.map(rules.formOf);

  async function addTo(repository: AddressRepository, userId: string, typed: PostalAddress): Promise<AddressBook> {
    const book = await repository.lock(userId);
    const address = { ...typed, id: newId() };
    const grown = addAddress(book, address);
    await repository.add(userId, address, grown.defaults);
    return grown;
  }

  return {
    /** How each country that is served writes its addresses. */
    forms: () => forms,

    /** @throws InvalidAddress */
    normalise,

    book: addresses.book,

    /** Null also when it is someone else's. */
    find: addresses.find,

    /** @throws InvalidAddress @throws AddressLimitReached */
    async add(userId: string, typed: PostalAddress): Promise<AddressBook> {
      const address = normalise(typed);
      return transact(({ addresses }) => addTo(addresses, userId, address));
    },

    /** Keeps an address that was used elsewhere, unless it is known or the book is full. */
    keep: (userId: string, address: PostalAddress): Promise<void> =>
      transact(async ({ addresses }) => {
        const book = await addresses.lock(userId);
        if (book.addresses.length < MAX_ADDRESSES && !findSame(book, address)) await addTo(addresses, userId, address);
      }),

    /** @throws NotFound @throws InvalidAddress */
    async change(userId: string, { id, ...typed }: PostalAddress & { id: string }): Promise<AddressBook> {
      const address = { ...normalise(typed), id };
      return transact(async ({ addresses }) => {
        if (!(await addresses.replace(userId, address))) throw new NotFound({ what: "address" });
        return addresses.book(userId);
      });
    },

    /** Orders keep their copy of it. @throws NotFound */
    remove: (userId: string, id: string): Promise<AddressBook> =>
      transact(async ({ addresses }) => {
        const book = await addresses.lock(userId);
        assertHas(book, id);
        const left = removeAddress(book, id);
        await addresses.remove(userId, id, left.defaults);
        return left;
      }),

    /** @throws NotFound */
    makeDefault: (userId: string, { id, use }: { id: string; use: AddressUse }): Promise<AddressBook> =>
      transact(async ({ addresses }) => {
        const book = await addresses.lock(userId);
        const { defaults } = assertHas(book, id);
        const changed = { ...defaults, [use]: id };
        await addresses.setDefaults(userId, changed);
        return { ...book, defaults: changed };
      }),
  };
}
export type AddressService = ReturnType<typeof createAddressService>;

function assertHas({ addresses, defaults }: AddressBook, id: string) {
  if (!defaults || !addresses.some((address) => address.id === id)) throw new NotFound({ what: "address" });
  return { defaults };
}
