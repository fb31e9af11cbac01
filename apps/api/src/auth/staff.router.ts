import { contract, type Endpoints, type RoleChoice } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, rights, grant } = contract.auth.staff;

/** A choice as the domain knows it. */
export const grantOf = <Choice extends RoleChoice>(
  choice: Choice,
): { role: Choice["role"]; roleId: string | null } => ({
  role: choice.role,
  roleId: choice.role === "custom" ? choice.roleId : null,
});

export const staffRouter = router({
  list: signedInProcedure("staff:manage")
    .input(list.input)
    .output(list.output)
    .query(async ({ ctx }) => ({
      people: await ctx.services.staff.list(),
      roles: await ctx.services.roles.list(),
    })),

  rights: signedInProcedure("profile:read")
    .input(rights.input)
    .output(rights.output)
    .query(({ ctx }) => ctx.services.staff.rights(ctx.principal)),

  grant: signedInProcedure("staff:manage", { recent: true })
    .input(grant.input)
    .output(grant.output)
    .mutation(async ({ ctx, input: { userId, version, choice } }) => {
      await ctx.services.staff.grant(ctx.principal, { userId, version, ...grantOf(choice) });
      return {};
    }),
} satisfies Endpoints<typeof contract.auth.staff>);
