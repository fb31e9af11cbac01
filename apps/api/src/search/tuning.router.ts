import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { tuning } = contract.search;

export const tuningRouter = router({
  synonyms: signedInProcedure("search:tune")
    .input(tuning.synonyms.input)
    .output(tuning.synonyms.output)
    .query(({ ctx }) => ctx.services.tuning.synonyms()),

  createSynonym: signedInProcedure("search:tune")
    .input(tuning.createSynonym.input)
    .output(tuning.createSynonym.output)
    .mutation(({ ctx, input }) => ctx.services.tuning.createSynonym(ctx.principal.userId, input)),

  changeSynonym: signedInProcedure("search:tune")
    .input(tuning.changeSynonym.input)
    .output(tuning.changeSynonym.output)
    .mutation(({ ctx, input }) => ctx.services.tuning.changeSynonym(ctx.principal.userId, input)),

  removeSynonym: signedInProcedure("search:tune")
    .input(tuning.removeSynonym.input)
    .output(tuning.removeSynonym.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.tuning.removeSynonym(ctx.principal.userId, input);
      return {};
    }),

  queryRules: signedInProcedure("search:tune")
    .input(tuning.queryRules.input)
    .output(tuning.queryRules.output)
    .query(({ ctx }) => ctx.services.tuning.queryRules()),

  queryRule: signedInProcedure("search:tune")
    .input(tuning.queryRule.input)
    .output(tuning.queryRule.output)
    .query(({ ctx, input }) => ctx.services.tuning.queryRule(input.id)),

  createQueryRule: signedInProcedure("search:tune")
    .input(tuning.createQueryRule.input)
    .output(tuning.createQueryRule.output)
    .mutation(({ ctx, input }) => ctx.services.tuning.createQueryRule(ctx.principal.userId, input)),

  changeQueryRule: signedInProcedure("search:tune")
    .input(tuning.changeQueryRule.input)
    .output(tuning.changeQueryRule.output)
    .mutation(({ ctx, input }) => ctx.services.tuning.changeQueryRule(ctx.principal.userId, input)),

  removeQueryRule: signedInProcedure("search:tune")
    .input(tuning.removeQueryRule.input)
    .output(tuning.removeQueryRule.output)
    .mutation(async ({ ctx, input }) => {
      await ctx.services.tuning.removeQueryRule(ctx.principal.userId, input);
      return {};
    }),

  zeroResults: signedInProcedure("search:tune")
    .input(tuning.zeroResults.input)
    .output(tuning.zeroResults.output)
    .query(({ ctx }) => ctx.services.tuning.zeroResults()),

  lag: signedInProcedure("search:tune")
    .input(tuning.lag.input)
    .output(tuning.lag.output)
    .query(({ ctx }) => ctx.services.search.lag()),

  preview: signedInProcedure("search:tune")
    .input(tuning.preview.input)
    .output(tuning.preview.output)
    .query(({ ctx, input }) => ctx.services.tuning.preview(input)),
} satisfies Endpoints<typeof contract.search.tuning>);
