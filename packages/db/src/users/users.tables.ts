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
}
