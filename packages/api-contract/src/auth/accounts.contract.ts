import { Id } from "@vitrina/domain/core";
import { Reason } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const Ruling = z.strictObject({ userId: Id, reason: Reason });

export const accountsContract = {
  /** Shuts an account: its sessions end with the next call (USER-10). */
  disable: mutation({ input: Ruling, output: z.object({}) }),
  enable: mutation({ input: Ruling, output: z.object({}) }),
  /** How many sessions a person has open. */
  sessions: query({ input: z.strictObject({ userId: Id }), output: z.object({ open: z.int() }) }),
};
