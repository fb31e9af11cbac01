import type { Role, User } from "./user.ts";

/** Somebody as far as their rights go; `permissions` are those of a custom role. */
export interface StaffMember extends Pick<User, "id" | "name" | "email" | "role" | "status" | "av" | "version"> {
  roleId: string | null;
  roleName: string | null;
  permissions: readonly string[] | null;
}

export interface StaffRepository {
  /** Everybody who works in the shop, by name. */
  list(limit: number): Promise<StaffMember[]>;
  /** Somebody's rights at this moment, a customer's too. */
  find(userId: string): Promise<StaffMember | null>;
  /** Holds everybody who is an admin until the transaction ends, so that two cannot leave the shop without one. */
  lockAdmins(): Promise<string[]>;
  /** Gives a role, raises `av` and `version`. */
  assign(userId: string, grant: { role: Role; roleId: string | null }): Promise<void>;
}
