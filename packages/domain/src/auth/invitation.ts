import { Id, Instant } from "@vitrina/domain/core";
import { Email, PersonName, Role } from "@vitrina/domain/users";
import * as z from "zod";
import { LinkToken } from "./link.ts";
import { Password } from "./tokens.ts";

/** Somebody who was asked to work in the shop, and as what; `roleId` names the custom role and is null once it is gone. */
export interface Invitation {
  id: string;
  email: string;
  emailCanonical: string;
  role: Exclude<Role, "customer">;
  roleId: string | null;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** An invitation that nobody has accepted yet, as the shop's people see it. */
export const PendingInvitation = z.object({
  id: Id,
  email: Email,
  role: Role,
  roleName: z.string().nullable(),
  invitedByName: z.string(),
  expiresAt: Instant,
});
export type PendingInvitation = z.infer<typeof PendingInvitation>;

export const Acceptance = z.strictObject({ token: LinkToken, name: PersonName, password: Password });
export type Acceptance = z.infer<typeof Acceptance>;
