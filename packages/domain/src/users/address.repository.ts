import type { AddressBook, DefaultAddresses, SavedAddress } from "./address-book.ts";

/** Addresses by whose they are: under a stranger's id nothing is found and nothing changes. */
export interface AddressRepository {
  book(userId: string): Promise<AddressBook>;
  find(userId: string, id: string): Promise<SavedAddress | null>;
  /** The book, held until the transaction ends, so that it changes one step at a time. */
  lock(userId: string): Promise<AddressBook>;
  /** A new address, and what the defaults are with it. */
  add(userId: string, address: SavedAddress, defaults: DefaultAddresses): Promise<void>;
  /** False when the person has no such address. */
  replace(userId: string, address: SavedAddress): Promise<boolean>;
  /** `defaults` without it; null when it was the last one. */
  remove(userId: string, id: string, defaults: DefaultAddresses | null): Promise<void>;
  setDefaults(userId: string, defaults: DefaultAddresses): Promise<void>;
}
