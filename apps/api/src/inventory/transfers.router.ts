import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, send, receive } = contract.inventory.transfers;

export const transfersRouter = router({
  list: signedInProcedure("stock:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.transfers.list(input)),

  get: signedInProcedure("stock:read")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.transfers.get(input.id)),

  send: signedInProcedure("stock:write")
    .input(send.input)
    .output(send.output)
    .mutation(({ ctx, input }) => ctx.services.transfers.send(ctx.principal.userId, input)),

  receive: signedInProcedure("stock:write")
    .input(receive.input)
    .output(receive.output)
    .mutation(({ ctx, input }) => ctx.services.transfers.receive(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.inventory.transfers>);
