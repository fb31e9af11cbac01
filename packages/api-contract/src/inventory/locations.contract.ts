import { LocationDraft, MAX_LOCATIONS, StockLocation } from "@vitrina/domain/inventory";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const Named = StockLocation.pick({ id: true, version: true }).strict();

/** The places goods lie in (INV-01). */
export const locationsContract = {
  list: query({ input: z.void(), output: z.array(StockLocation).max(MAX_LOCATIONS) }),
  create: mutation({ input: LocationDraft, output: StockLocation }),
  /** Closing and opening too: nothing new is sold from a closed place. */
  change: mutation({ input: LocationDraft.extend(Named.shape), output: StockLocation }),
  remove: mutation({ input: Named, output: z.object({}) }),
};
