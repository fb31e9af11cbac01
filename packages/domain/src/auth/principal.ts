import type { Role } from "@vitrina/domain/users";

/** Who calls, as the verified access token says; `av` is the authorisation version it was issued under. */
export interface Principal {
  userId: string;
  sessionId: string;
  role: Role;
  av: number;
  authTime: Date;
  /** How the person proved who they are at this session (RFC 8176): "pwd", and "otp" for the second factor. */
  amr: readonly string[];
  /** What the shop's own role grants at this moment; never from the token. */
  grants?: readonly string[];
  /** A program that acts for the person by a key, and only within the key's scopes. */
  machine?: { keyId: string; scopes: readonly string[] };
}
