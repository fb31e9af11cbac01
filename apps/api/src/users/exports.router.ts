import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { state, ask, download } = contract.users.exports;

export const EXPORT_PATH = "/account/privacy/data.zip";

export const exportsRouter = router({
  state: signedInProcedure("data:export")
    .input(state.input)
    .output(state.output)
    .query(({ ctx }) => ctx.services.exports.state(ctx.principal.userId)),

  ask: signedInProcedure("data:export", { recent: true })
    .input(ask.input)
    .output(ask.output)
    .mutation(({ ctx }) => ctx.services.exports.ask(ctx.principal.userId)),

  download: signedInProcedure("data:export", { recent: true })
    .input(download.input)
    .output(download.output)
    .mutation(async ({ ctx }) => {
      await ctx.services.exports.noteDownload(ctx.principal.userId);
      return { path: EXPORT_PATH };
    }),
} satisfies Endpoints<typeof contract.users.exports>);
