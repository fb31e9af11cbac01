import { contract, type Endpoints } from "@vitrina/api-contract";
import { pricesRouter } from "#pricing/prices.router.ts";
import { router } from "#trpc.ts";

export const pricingRouter = router({ prices: pricesRouter } satisfies Endpoints<typeof contract.pricing>);
