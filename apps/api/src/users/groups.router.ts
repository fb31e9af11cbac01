import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, preview, create, change, remove, evaluate, members, addMember, endMembership, ofCustomer } =
  contract.users.groups;

export const groupsRouter = router({
  list: signedInProcedure("groups:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.groups.list()),

  get: signedInProcedure("groups:read")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.groups.get(input.id)),

  preview: signedInProcedure("groups:read")
    .input(preview.input)
    .output(preview.output)
    .query(({ ctx, input }) => ctx.services.groups.preview(input.rule)),

  create: signedInProcedure("groups:write")
    .input(create.input)
    .output(create.output)
    .mutation(({ ctx, input }) => ctx.services.groups.create(ctx.principal.userId, input)),

  change: signedInProcedure("groups:write")
    .input(change.input)
    .output(change.output)
    .mutation(({ ctx, input }) => ctx.services.groups.change(ctx.principal.userId, input)),

  remove: signedInProcedure("groups:write")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.groups.remove(ctx.principal.userId, input);
      return {};
    }),

  evaluate: signedInProcedure("groups:write")
    .input(evaluate.input)
    .output(evaluate.output)
    .mutation(({ ctx, input }) => ctx.services.groups.evaluate(input.id)),

  members: signedInProcedure("groups:read")
    .input(members.input)
    .output(members.output)
    .query(({ ctx, input }) => ctx.services.groups.members(input)),

  addMember: signedInProcedure("groups:write")
    .input(addMember.input)
    .output(addMember.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.groups.addMember(ctx.principal.userId, input);
      return {};
    }),

  endMembership: signedInProcedure("groups:write")
    .input(endMembership.input)
    .output(endMembership.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.groups.endMembership(ctx.principal.userId, input.id);
      return {};
    }),

  ofCustomer: signedInProcedure("groups:read")
    .input(ofCustomer.input)
    .output(ofCustomer.output)
    .query(({ ctx, input }) => ctx.services.groups.ofCustomer(input.userId)),
} satisfies Endpoints<typeof contract.users.groups>);
