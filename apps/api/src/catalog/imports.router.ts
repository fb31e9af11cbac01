import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list, get, waiting, faults, refusals, check, start, undo } = contract.catalog.imports;

export const importsRouter = router({
  list: signedInProcedure("catalog:import")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.imports.list(input.cursor)),

  get: signedInProcedure("catalog:import")
    .input(get.input)
    .output(get.output)
    .query(({ ctx, input }) => ctx.services.imports.get(input.id)),

  waiting: signedInProcedure("catalog:import")
    .input(waiting.input)
    .output(waiting.output)
    .query(({ ctx }) => ctx.services.imports.waiting()),

  faults: signedInProcedure("catalog:import")
    .input(faults.input)
    .output(faults.output)
    .query(({ ctx, input }) => ctx.services.imports.faults(input.id, input.cursor)),

  refusals: signedInProcedure("catalog:import")
    .input(refusals.input)
    .output(refusals.output)
    .query(({ ctx, input }) => ctx.services.imports.refusals(input.id)),

  check: signedInProcedure("catalog:import")
    .input(check.input)
    .output(check.output)
    .mutation(({ ctx, input }) => ctx.services.imports.check(ctx.principal.userId, input)),

  start: signedInProcedure("catalog:import")
    .input(start.input)
    .output(start.output)
    .mutation(({ ctx, input }) => ctx.services.imports.start(ctx.principal.userId, input)),

  undo: signedInProcedure("catalog:import")
    .input(undo.input)
    .output(undo.output)
    .mutation(({ ctx, input }) => ctx.services.imports.undo(ctx.principal.userId, input)),
} satisfies Endpoints<typeof contract.catalog.imports>);
