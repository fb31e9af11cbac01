import { contract, type Endpoints } from "@vitrina/api-contract";
import { customersRouter } from "#users/customers.router.ts";
import { openProcedure, router, signedInProcedure } from "#trpc.ts";

const { me, profile } = contract.users;

export const usersRouter = router({
  me: openProcedure("profile:read")
    .input(me.input)
    .output(me.output)
    .query(({ ctx }) => (ctx.principal ? ctx.services.users.findProfile(ctx.principal.userId) : null)),

  profile: signedInProcedure("profile:read")
    .input(profile.input)
    .output(profile.output)
    .query(({ ctx }) => ctx.services.users.profile(ctx.principal.userId)),

  customers: customersRouter,
} satisfies Endpoints<typeof contract.users>);
