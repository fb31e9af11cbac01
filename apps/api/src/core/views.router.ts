import { contract, type Endpoints } from "@vitrina/api-contract";
import { NotFound, type ViewedList } from "@vitrina/domain/core";
import { hasNow, router, signedInProcedure } from "#trpc.ts";

const { list, add, change, remove } = contract.core.views;

/** Names of views may tell what is in a list, so they are for those who see the list; for others there is no such list. */
const NEEDS = {
  products: "catalog:write",
  orders: "orders:manage",
  customers: "customers:read",
  stock: "stock:read",
} as const satisfies Record<ViewedList, unknown>;

type Signed = Parameters<typeof hasNow>[0];

/** @throws NotFound */
async function viewer(ctx: Signed, of: ViewedList): Promise<string> {
  if (!(await hasNow(ctx, NEEDS[of]))) throw new NotFound({ what: "list" });
  return ctx.principal.userId;
}

export const viewsRouter = router({
  list: signedInProcedure("views:use")
    .input(list.input)
    .output(list.output)
    .query(async ({ ctx, input }) =>
      (await hasNow(ctx, NEEDS[input.list])) ? ctx.services.views.list(ctx.principal.userId, input.list) : [],
    ),

  add: signedInProcedure("views:use")
    .input(add.input)
    .output(add.output)
    .mutation(async ({ ctx, input }) => ctx.services.views.add(await viewer(ctx, input.list), input)),

  change: signedInProcedure("views:use")
    .input(change.input)
    .output(change.output)
    .mutation(async ({ ctx, input }) => ctx.services.views.change(await viewer(ctx, input.list), input)),

  remove: signedInProcedure("views:use")
    .input(remove.input)
    .output(remove.output)
    .mutation(async ({ ctx, input }) => ctx.services.views.remove(await viewer(ctx, input.list), input)),
} satisfies Endpoints<typeof contract.core.views>);
