import { contract, type Endpoints } from "@vitrina/api-contract";
import { listsRouter } from "#pricing/lists.router.ts";
import { pricesRouter } from "#pricing/prices.router.ts";
import { ratesRouter } from "#pricing/rates.router.ts";
import { taxesRouter } from "#pricing/taxes.router.ts";
import { router } from "#trpc.ts";

export const pricingRouter = router({
  prices: pricesRouter,
  lists: listsRouter,
  rates: ratesRouter,
  taxes: taxesRouter,
} satisfies Endpoints<typeof contract.pricing>);
