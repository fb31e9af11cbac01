import type { contract } from "./contract.ts";
import type { RouterOf } from "#core/endpoint.ts";
import type { Refusal } from "./refusal.ts";

/** The router type every client is typed by. */
export type AppRouter = RouterOf<typeof contract, Refusal>;
