import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { find, get, reveal, notes, addNote } = contract.users.customers;

export const customersRouter = router({
  find: signedInProcedure("customers:read")
    .input(find.input)
    .output(find.output)
    .query(({ ctx, input }) => ctx.services.customers.find(input)),

  get: signedInProcedure("customers:read")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.customers.get(input.id)),

  reveal: signedInProcedure("customers:reveal")
    .input(reveal.input)
    .output(reveal.output)
    .mutation(({ ctx, input }) => ctx.services.customers.reveal(ctx.principal.userId, input)),

  notes: signedInProcedure("customers:read")
    .input(notes.input)
    .output(notes.output)
    .query(({ ctx, input }) => ctx.services.notes.list(input)),

  addNote: signedInProcedure("customers:note")
    .input(addNote.input)
    .output(addNote.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.notes.add(ctx.principal.userId, input);
      return {};
    }),
} satisfies Endpoints<typeof contract.users.customers>);
