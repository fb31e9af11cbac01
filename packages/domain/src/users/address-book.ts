import * as z from "zod";
import { Id } from "@vitrina/domain/core";
import { PostalAddress } from "./postal-address.ts";
import { AddressLimitReached } from "./users.errors.ts";

export const MAX_ADDRESSES = 50;

export const SavedAddress = PostalAddress.extend({ id: Id });
export type SavedAddress = z.infer<typeof SavedAddress>;

/** What an address is preselected for. */
export const AddressUse = z.enum(["shipping", "billing"]);
export type AddressUse = z.infer<typeof AddressUse>;

/** The one address for each use, by id. */
export const DefaultAddresses = z.record(AddressUse, Id);
export type DefaultAddresses = z.infer<typeof DefaultAddresses>;

/** A person's addresses, the newest first; there are defaults as soon as there is an address. */
export const AddressBook = z.object({
  addresses: z.array(SavedAddress).max(MAX_ADDRESSES),
  defaults: DefaultAddresses.nullable(),
});
export type AddressBook = z.infer<typeof AddressBook>;

/** A book with an address in it. */
type FilledBook = AddressBook & { defaults: DefaultAddresses };

/** The first address serves every use. @throws AddressLimitReached */
export function addAddress({ addresses, defaults }: AddressBook, address: SavedAddress): FilledBook {
  if (addresses.length >= MAX_ADDRESSES) throw new AddressLimitReached({ limit: MAX_ADDRESSES });
  return {
    addresses: [address, ...addresses],
    defaults: defaults ?? { shipping: address.id, billing: address.id },
  };
}

/** Where the removed one was a default, the newest of the others takes its place. */
export function removeAddress({ addresses, defaults }: AddressBook, id: string): AddressBook {
  const left = addresses.filter((address) => address.id !== id);
  const [heir] = left;
  if (!heir || !defaults) return { addresses: [], defaults: null };
  const successor = (current: string) => (current === id ? heir.id : current);
  return {
    addresses: left,
    defaults: { shipping: successor(defaults.shipping), billing: successor(defaults.billing) },
  };
}

/** The saved address that says the same, so that an address is not kept twice. */
export const findSame = ({ addresses }: AddressBook, wanted: PostalAddress): SavedAddress | undefined =>
  addresses.find((address) =>
    Object.keys(PostalAddress.shape).every((field) => isSame(address, wanted, field as keyof PostalAddress)),
  );

const isSame = (one: PostalAddress, other: PostalAddress, field: keyof PostalAddress) => one[field] === other[field];
