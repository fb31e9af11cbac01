import { ExportState } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** A person's data in one file (USER-05); asking and fetching need a recent proof of identity. */
export const exportsContract = {
  state: query({ input: z.void(), output: ExportState }),
  ask: mutation({ input: z.strictObject({}), output: ExportState }),
  /** Where the file is fetched, by GET and as the same person. */
  download: mutation({ input: z.strictObject({}), output: z.object({ path: z.string() }) }),
};
