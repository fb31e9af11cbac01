import { LinkToken } from "@vitrina/domain/auth";
import { Instant } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation } from "#core/endpoint.ts";

/** The end of an account (USER-06): 14 days after it was asked for nothing personal is left. */
export const erasureContract = {
  /** Refused while an order is open; ends every session. Signing in calls it off, as the letter's link does. */
  eraseAccount: mutation({ input: z.strictObject({}), output: z.object({ eraseAt: Instant }) }),
  undoErasure: mutation({ input: z.strictObject({ token: LinkToken }), output: z.object({}) }),
};
