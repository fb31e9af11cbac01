import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, create, change, remove } = contract.auth.roles;

export const rolesRouter = router({
  list: signedInProcedure("roles:manage")
    .input(list.input)
    .output(list.output)
    .query(async ({ ctx }) => ({
      roles: await ctx.services.roles.list(),
      held: await ctx.services.staff.rights(ctx.principal),
    })),

  create: signedInProcedure("roles:manage", { recent: true })
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.roles.create(ctx.principal, input)),

  change: signedInProcedure("roles:manage", { recent: true })
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.roles.change(ctx.principal, input)),

  remove: signedInProcedure("roles:manage", { recent: true })
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.roles.remove(ctx.principal, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.auth.roles>);
