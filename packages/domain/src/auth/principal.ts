import type { Role } from "@vitrina/domain/users";

/** Who calls, as the verified access token says; `av` is the authorisation version it was issued under. */
export interface Principal {
  userId: string;
  sessionId: string;
  role: Role;
  av: number;
  authTime: Date;
  /** What the shop's own role grants at this moment; never from the token. */
  grants?: readonly string[];
  /** A program that acts for the person by a key, and only within the key's scopes. */
  machine?: { keyId: string; scopes: readonly string[] };
}
