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
  /** The address is the person's own; the first time counts. */
  markVerified(id: string, now: Date): Promise<void>;
  /** Shuts or opens the account; raises `av` and `version`. */
  setStatus(id: string, status: User["status"]): Promise<void>;
  /** Makes every access token and every link of the person worthless. */
  raiseAv(id: string): Promise<void>;
  /** When all of the person goes, or null: it stays (USER-06). */
  setEraseAt(id: string, at: Date | null): Promise<void>;
  /** Holds the customer whose erasure is due longest and whom nobody else holds. */
  lockErasable(now: Date): Promise<User | null>;
  /** Another address, confirmed by its own link at `verifiedAt`; raises `av`. @throws EmailTaken */
  setEmail(id: string, address: Pick<User, "email" | "emailCanonical">, verifiedAt: Date): Promise<void>;
}
