import { tracked } from "@trpc/server";
import { contract, type Endpoints } from "@vitrina/api-contract";
import { networkOfCaller, openProcedure, router } from "#trpc.ts";
import { driftRouter } from "./drift.router.ts";
import { locationsRouter } from "./locations.router.ts";
import { noticesRouter } from "./notices.router.ts";
import { stockRouter } from "./stock.router.ts";
import { transfersRouter } from "./transfers.router.ts";

const { availability, watch } = contract.inventory;

export const inventoryRouter = router({
  availability: openProcedure("catalog:read")
    .input(availability.input)
    .output(availability.output)
    .query(async ({ ctx, input: { variantIds } }) => {
      const found = await ctx.services.inventory.availabilityOf(variantIds);
      return variantIds.map((variantId) => ({
        variantId,
        availability: found.get(variantId) ?? { inStock: false, left: 0 },
      }));
    }),

  watch: openProcedure("catalog:read")
    .input(watch.input)
    .subscription(({ ctx, input: { variantIds, lastEventId }, signal }) => {
      const network = networkOfCaller(ctx);
      const states = ctx.services.stockWatch.watch({ variantIds, network, seen: lastEventId ?? null, signal });
      return (async function* () {
        for await (const { id, shown } of states) yield tracked(id, shown);
      })();
    }),

  locations: locationsRouter,
  stock: stockRouter,
  notices: noticesRouter,
  transfers: transfersRouter,
  drift: driftRouter,
} satisfies Endpoints<typeof contract.inventory>);
