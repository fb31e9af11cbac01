import { GrantablePermission, ShopRole } from "@vitrina/domain/auth";
import { Role, SystemRole, User } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const Member = User.pick({ id: true, name: true, email: true, role: true, status: true, version: true }).extend({
  roleId: z.uuid().nullable(),
  roleName: z.string().nullable(),
});

const Employing = SystemRole.exclude(["customer"]);
const RoleOfOwn = z.strictObject({ role: Role.extract(["custom"]), roleId: z.uuid() });

/** What somebody can be invited as. */
export const Position = z.discriminatedUnion("role", [z.strictObject({ role: Employing }), RoleOfOwn]);

export type Position = z.infer<typeof Position>;

/** A role that can be given: a fixed one, or one of the shop's own. */
export const RoleChoice = z.discriminatedUnion("role", [z.strictObject({ role: SystemRole }), RoleOfOwn]);
export type RoleChoice = z.infer<typeof RoleChoice>;

export const staffContract = {
  /** Everybody who works in the shop, and the shop's own roles that they can be given. */
  list: query({
    input: z.void(),
    output: z.object({ people: z.array(Member), roles: z.array(ShopRole.pick({ id: true, name: true })) }),
  }),
  /** What the caller may do in the back office: decides which pages are offered, never what is allowed. */
  rights: query({ input: z.void(), output: z.array(GrantablePermission) }),
  /** Gives another role; `customer` ends the work in the shop. */
  grant: mutation({
    input: z.strictObject({ userId: User.shape.id, version: User.shape.version, choice: RoleChoice }),
    output: z.object({}),
  }),
};
