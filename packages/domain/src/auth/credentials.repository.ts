export interface CredentialsRepository {
  /** The stored hash of a person's password. */
  find(userId: string): Promise<string | null>;
  set(userId: string, passwordHash: string, changedAt: Date): Promise<void>;
  /** Leaves the person without a password: nothing matches until one is set. */
  remove(userId: string): Promise<void>;
  /** Stores a better hash of the same password, unless the password has changed since. */
  rehash(userId: string, from: string, to: string): Promise<void>;
}
