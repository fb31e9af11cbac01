import type { Invitation } from "./invitation.ts";

/** With the names that people know its role and its sender by. */
export type NamedInvitation = Invitation & { roleName: string | null; invitedByName: string };

export interface InvitationRepository {
  /** Adds an invitation in the place of an older one to the same address. */
  put(invitation: Invitation): Promise<void>;
  find(id: string): Promise<NamedInvitation | null>;
  /** Those that still work at `now`, newest first. */
  list(now: Date, limit: number): Promise<NamedInvitation[]>;
  /** False when it is not there any more. */
  remove(id: string): Promise<boolean>;
  /** Forgets those that have run out, at most `limit`: their addresses belong to nobody who came. */
  sweep(now: Date, limit: number): Promise<void>;
}
