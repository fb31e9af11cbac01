import { Drift, DriftRepair, MOST_DRIFTS } from "@vitrina/domain/inventory";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** Levels that are not what their movements and holds say (INV-10). */
export const driftContract = {
  /** Those that the last check found, the oldest first. */
  list: query({ input: z.void(), output: z.array(Drift).max(MOST_DRIFTS) }),
  /** Refused when the level is no longer what was seen. */
  repair: mutation({ input: DriftRepair, output: z.object({}) }),
};
