import type { NewUser, User } from "./user.ts";

export interface UsersRepository {
  find(id: string): Promise<User | null>;
  /** By the key of the address, see canonicalEmail. */
  findByEmail(emailCanonical: string): Promise<User | null>;
  /** Holds the person until the transaction ends, so that what depends on their rights happens one at a time. */
  lock(id: string): Promise<User | null>;
  /** Adds a person; false, and no change, when the address is known. */
  add(user: NewUser): Promise<boolean>;
  /** What they say of themselves: name, phone, locale and currency, with the new version. */
  edit(user: Pick<User, "id" | "name" | "phone" | "locale" | "currency" | "version">): Promise<void>;
}
