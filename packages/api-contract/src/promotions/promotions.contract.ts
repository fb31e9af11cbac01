import { Id } from "@vitrina/domain/core";
import { UsedCode } from "@vitrina/domain/promotions";
import * as z from "zod";
import { query } from "#core/endpoint.ts";

export const promotionsContract = {
  admin: {
    /** The codes a customer has used, the latest first. */
    listUsed: query({
      input: z.strictObject({ userId: Id }),
      output: z.object({ codes: z.array(UsedCode).max(50) }),
    }),
  },
};
