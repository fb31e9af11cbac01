import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, low, waiting, get, movements, setPolicy, receive, adjust, count } = contract.inventory.stock;

export const stockRouter = router({
  list: signedInProcedure("stock:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.stockRoom.list(input)),

  low: signedInProcedure("stock:read")
    .input(low.input)
    .output(low.output)
    .query(({ ctx, input }) => ctx.services.stockRoom.low(input)),

  waiting: signedInProcedure("stock:read")
    .input(waiting.input)
    .output(waiting.output)
    .query(({ ctx }) => ctx.services.stockRoom.waiting()),

  get: signedInProcedure("stock:read")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.stockRoom.get(input.variantId)),

  movements: signedInProcedure("stock:read")
    .input(movements.input)
    .output(movements.output)
    .query(({ ctx, input }) => ctx.services.stockRoom.movements(input)),

  setPolicy: signedInProcedure("stock:write")
    .input(setPolicy.input)
    .output(setPolicy.output)
    .mutation(({ ctx, input }) => ctx.services.stockRoom.setPolicy(ctx.principal.userId, input)),

  receive: signedInProcedure("stock:write")
    .input(receive.input)
    .output(receive.output)
    .mutation(({ ctx, input }) => ctx.services.stockRoom.receive(ctx.principal.userId, input)),

  adjust: signedInProcedure("stock:write")
    .input(adjust.input)
    .output(adjust.output)
    .mutation(({ ctx, input }) => ctx.services.stockRoom.adjust(ctx.principal.userId, input)),

  count: signedInProcedure("stock:write")
    .input(count.input)
    .output(count.output)
    .mutation(({ ctx, input }) => ctx.services.stockRoom.count(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.inventory.stock>);
