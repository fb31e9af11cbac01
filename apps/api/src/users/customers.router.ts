import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { find, get, reveal } = contract.users.customers;

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
} satisfies Endpoints<typeof contract.users.customers>);
