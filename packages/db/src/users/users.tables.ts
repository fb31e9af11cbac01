import type { ConsentRecord, CustomerGroup, GroupRule, SavedAddress, User } from "@vitrina/domain/users";
import type { Currency } from "@vitrina/domain/core";
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

export interface UsersTables {
  "users.user": {
    id: string;
    email: string;
    emailCanonical: string;
    name: string;
    locale: User["locale"];
    role: User["role"];
    status: User["status"];
    emailVerifiedAt: Date | null;
    av: number;
    version: number;
    createdAt: Date;
    phone: ColumnType<string | null, string | null | undefined, string | null>;
    currency: ColumnType<User["currency"], User["currency"] | undefined, User["currency"]>;
    eraseAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  "users.address": SavedAddress & { userId: string; place: GeneratedAlways<number> };
  /** The default addresses; a person with an address has both. */
  "users.addressBook": {
    userId: string;
    shippingId: string;
    billingId: string;
  };
  /** One file at a time for each person. */
  "users.dataExport": {
    userId: string;
    id: string;
    askedAt: Date;
    archive: Buffer | null;
    expiresAt: Date | null;
  };
  /** Append-only, without a reference: it outlasts the person. */
  "users.consent": ConsentRecord & { id: GeneratedAlways<number>; requestId: string | null };
  /** Published: what a person may do at this moment. */
  "users.standing": {
    userId: string;
    role: User["role"];
    status: User["status"];
    av: number;
  };
  "users.role": {
    id: string;
    name: string;
    permissions: string[];
    version: number;
    createdAt: Date;
  };
  /** Published: what the shop's own roles are called. */
  "users.roleName": {
    roleId: string;
    name: string;
  };
  "users.roleHolder": {
    userId: string;
    roleId: string;
  };
  /** Published: what a person may do at this moment, with the custom role they hold. */
  "users.rights": {
    userId: string;
    name: string;
    role: User["role"];
    status: User["status"];
    av: number;
    roleId: string | null;
    roleName: string | null;
    permissions: string[] | null;
  };
  "users.customerGroup": {
    id: string;
    code: string;
    name: JSONColumnType<CustomerGroup["name"]>;
    rule: ColumnType<GroupRule | null, string | null, string | null>;
    version: number;
    createdAt: Date;
  };
  "users.groupMembership": {
    id: Generated<string>;
    groupId: string;
    userId: string;
    startsAt: Date;
    /** For comparing: an infinite one would be read as a number. */
    endsAt: ColumnType<Date, Date | undefined, Date>;
  };
  /** Told by the orders room: orders of people, unless cancelled. */
  "users.purchase": {
    orderId: string;
    userId: string;
    currency: Currency;
    amount: number;
    placedAt: Date;
  };
  "users.customerNote": {
    id: string;
    userId: string;
    authorId: string;
    text: string;
    createdAt: Date;
  };
  "users.changedPerson": {
    id: GeneratedAlways<number>;
    userId: string;
  };
}
