import { Acceptance, LinkToken, PendingInvitation } from "@vitrina/domain/auth";
import { Id } from "@vitrina/domain/core";
import { Email, Role } from "@vitrina/domain/users";
import * as z from "zod";
import { Position } from "#auth/staff.contract.ts";
import { mutation, query } from "#core/endpoint.ts";

const done = z.object({});

export const invitationsContract = {
  /** Those that nobody has accepted yet. */
  list: query({ input: z.void(), output: z.array(PendingInvitation) }),
  /** Sends a link for 72 hours; answers alike for every address, and ends the invitation sent before. */
  invite: mutation({ input: z.strictObject({ email: Email, choice: Position }), output: done }),
  withdraw: mutation({ input: z.strictObject({ id: Id }), output: done }),
  /** What a link asks its holder to; writes nothing. `known`: sign in to the account of that address first. */
  look: mutation({
    input: z.strictObject({ token: LinkToken }),
    output: z.object({
      email: Email,
      role: Role,
      roleName: z.string().nullable(),
      account: z.enum(["new", "yours", "known"]),
    }),
  }),
  /** Makes the account, or raises the one whose session accepts; signs nobody in and ends that one's sessions. */
  accept: mutation({ input: Acceptance, output: done }),
};
