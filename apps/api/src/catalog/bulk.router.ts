import { contract, type Endpoints } from "@vitrina/api-contract";
import type { BulkActor } from "@vitrina/domain/catalog";
import { assertHas, router, signedInProcedure } from "#trpc.ts";

const { list, get, waiting, rows, check, start, undo } = contract.catalog.bulk;

/** What a change needs beside the catalogue's own permission. */
const NEEDS = { price: "prices:write", "safety-stock": "stock:write" } as const;

const actorOf = (ctx: Parameters<typeof assertHas>[0]): BulkActor => ({
  id: ctx.principal.userId,
  async assertMay(kind) {
    if (kind === "price" || kind === "safety-stock") await assertHas(ctx, NEEDS[kind]);
  },
});

export const bulkRouter = router({
  list: signedInProcedure("catalog:write")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.bulkEdits.list(input.cursor)),

  get: signedInProcedure("catalog:write")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.bulkEdits.get(input.id)),

  waiting: signedInProcedure("catalog:write")
    .input(waiting.input)
    .output(waiting.output)
    .query(({ ctx }) => ctx.services.bulkEdits.waiting()),

  rows: signedInProcedure("catalog:write")
    .input(rows.input)
    .output(rows.output)
    .query(({ ctx, input }) => ctx.services.bulkEdits.rows(input)),

  check: signedInProcedure("catalog:write")
    .input(check.input)
    .output(check.output)
    .mutation(({ ctx, input }) => ctx.services.bulkEdits.check(actorOf(ctx), input)),

  start: signedInProcedure("catalog:write")
    .input(start.input)
    .output(start.output)
    .mutation(({ ctx, input }) => ctx.services.bulkEdits.start(actorOf(ctx), input)),

  undo: signedInProcedure("catalog:write")
    .input(undo.input)
    .output(undo.output)
    .mutation(({ ctx, input }) => ctx.services.bulkEdits.undo(actorOf(ctx), input)),
} satisfies Endpoints<typeof contract.catalog.bulk>);
