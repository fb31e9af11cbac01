import { GrantablePermission, ShopRole } from "@vitrina/domain/auth";
import { RoleName } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const Draft = z.strictObject({ name: RoleName, permissions: z.array(GrantablePermission).max(200) });
const Named = z.strictObject({ id: ShopRole.shape.id, version: ShopRole.shape.version });

export const rolesContract = {
  /** The shop's own roles; `held` are the caller's permissions, which are all that they may grant. */
  list: query({
    input: z.void(),
    output: z.object({ roles: z.array(ShopRole), held: z.array(GrantablePermission) }),
  }),
  create: mutation({ input: Draft, output: ShopRole }),
  change: mutation({ input: Draft.extend(Named.shape), output: ShopRole }),
  remove: mutation({ input: Named, output: z.object({}) }),
};
export { GrantablePermission };
