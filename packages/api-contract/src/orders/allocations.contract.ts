import { AllocationRepair, Misallocation, MOST_MISALLOCATIONS } from "@vitrina/domain/orders";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** What is set aside and is not what open orders have still to send (INV-10). */
export const allocationsContract = {
  /** Those that the last check found and nobody has set right, the oldest first. */
  list: query({ input: z.void(), output: z.array(Misallocation).max(MOST_MISALLOCATIONS) }),
  /** Refused when it is no longer what was seen, `inventory.out-of-stock` where too few are free, `inventory.level-adrift`. */
  repair: mutation({ input: AllocationRepair, output: z.object({}) }),
};
