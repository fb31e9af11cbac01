import { contract, type Endpoints } from "@vitrina/api-contract";
import { consentsRouter } from "#users/consents.router.ts";
import { customersRouter } from "#users/customers.router.ts";
import { groupsRouter } from "#users/groups.router.ts";
import { exportsRouter } from "#users/exports.router.ts";
import { openProcedure, router, signedInProcedure } from "#trpc.ts";

const { me, profile, editProfile, addresses } = contract.users;

const addressesRouter = router({
  forms: openProcedure("addresses:describe")
    .input(addresses.forms.input)
    .output(addresses.forms.output)
    .query(({ ctx }) => ctx.services.addresses.forms()),

  list: signedInProcedure("addresses:read")
    .input(addresses.list.input)
    .output(addresses.list.output)
    .query(({ ctx }) => ctx.services.addresses.book(ctx.principal.userId)),

  add: signedInProcedure("addresses:write")
    .input(addresses.add.input)
    .output(addresses.add.output)
    .mutation(({ ctx, input }) => ctx.services.addresses.add(ctx.principal.userId, input)),

  change: signedInProcedure("addresses:write")
    .input(addresses.change.input)
    .output(addresses.change.output)
    .mutation(({ ctx, input }) => ctx.services.addresses.change(ctx.principal.userId, input)),

  remove: signedInProcedure("addresses:write")
    .input(addresses.remove.input)
    .output(addresses.remove.output)
    .mutation(({ ctx, input }) => ctx.services.addresses.remove(ctx.principal.userId, input.id)),

  makeDefault: signedInProcedure("addresses:write")
    .input(addresses.makeDefault.input)
    .output(addresses.makeDefault.output)
    .mutation(({ ctx, input }) => ctx.services.addresses.makeDefault(ctx.principal.userId, input)),
} satisfies Endpoints<typeof addresses>);

export const usersRouter = router({
  me: openProcedure("profile:read")
    .input(me.input)
    .output(me.output)
    .query(({ ctx }) => (ctx.principal ? ctx.services.users.findProfile(ctx.principal.userId) : null)),

  profile: signedInProcedure("profile:read")
    .input(profile.input)
    .output(profile.output)
    .query(({ ctx }) => ctx.services.users.profile(ctx.principal.userId)),

  editProfile: signedInProcedure("profile:write")
    .input(editProfile.input)
    .output(editProfile.output)
    .mutation(({ ctx, input }) => ctx.services.profiles.edit(ctx.principal.userId, input)),

  addresses: addressesRouter,
  consents: consentsRouter,
  customers: customersRouter,
  groups: groupsRouter,
  exports: exportsRouter,
} satisfies Endpoints<typeof contract.users>);
