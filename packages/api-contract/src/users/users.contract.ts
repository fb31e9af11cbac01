import { Id } from "@vitrina/domain/core";
import {
  AddressBook,
  AddressForm,
  AddressUse,
  PostalAddress,
  Profile,
  ProfileEdit,
  SavedAddress,
} from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { consentsContract } from "#users/consents.contract.ts";
import { customersContract } from "#users/customers.contract.ts";
import { groupsContract } from "#users/groups.contract.ts";
import { exportsContract } from "#users/exports.contract.ts";

export const usersContract = {
  /** The signed-in person, or null for a guest: the header asks this on every page. */
  me: query({ input: z.void(), output: Profile.nullable() }),
  /** The signed-in person; refused for a guest. */
  profile: query({ input: z.void(), output: Profile }),
  /** USER-02; on top of the version that was seen. */
  editProfile: mutation({ input: ProfileEdit, output: Profile }),
  addresses: {
    /** How each country that is served writes its addresses: what a form asks for. */
    forms: query({ input: z.void(), output: z.array(AddressForm) }),
    list: query({ input: z.void(), output: AddressBook }),
    add: mutation({ input: PostalAddress, output: AddressBook }),
    change: mutation({ input: SavedAddress, output: AddressBook }),
    /** USER-04: orders keep their copy. */
    remove: mutation({ input: z.strictObject({ id: Id }), output: AddressBook }),
    makeDefault: mutation({ input: z.strictObject({ id: Id, use: AddressUse }), output: AddressBook }),
  },
  consents: consentsContract,
  customers: customersContract,
  groups: groupsContract,
  exports: exportsContract,
};
