import type { Role } from "@vitrina/domain/users";

/** Who calls, as the verified access token says; `av` is the authorisation version it was issued under. */
export interface Principal {
  userId: string;
  sessionId: string;
  role: Role;
  av: number;
  authTime: Date;
}
