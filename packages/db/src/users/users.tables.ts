import type { SavedAddress, User } from "@vitrina/domain/users";
import type { ColumnType, GeneratedAlways } from "kysely";

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
  };
  "users.address": SavedAddress & { userId: string; place: GeneratedAlways<number> };
  /** The default addresses; a person with an address has both. */
  "users.addressBook": {
    userId: string;
    shippingId: string;
    billingId: string;
  };
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
}
