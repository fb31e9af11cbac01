import { contract, type Endpoints } from "@vitrina/api-contract";
import { router, signedInProcedure } from "#trpc.ts";

const { list } = contract.core.audit;

export const auditRouter = router({
  list: signedInProcedure("audit:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx, input }) => ctx.services.audit.list(input)),
} satisfies Endpoints<typeof contract.core.audit>);
