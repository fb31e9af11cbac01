import { Id } from "@vitrina/domain/core";
import { Availability } from "@vitrina/domain/inventory";
import * as z from "zod";
import { query, subscription } from "#core/endpoint.ts";
import { locationsContract } from "./locations.contract.ts";
import { driftContract } from "./drift.contract.ts";
import { noticesContract } from "./notices.contract.ts";
import { stockContract } from "./stock.contract.ts";
import { transfersContract } from "./transfers.contract.ts";

const variantIds = z.array(Id).min(1).max(50);
/** In the order asked for. */
const Shown = z.array(z.object({ variantId: Id, availability: Availability })).max(50);

export const inventoryContract = {
  /** What can be sold now (INV-04). */
  availability: query({ input: z.strictObject({ variantIds }), output: Shown }),
  /**
   * The same, again whenever it changes, as server-sent events. An event is a state and no difference; a stream that
   * broke goes on after the id of its last event, and tells nothing if nothing has changed since.
   */
  watch: subscription({
    input: z.strictObject({ variantIds, lastEventId: z.string().max(100).nullish() }),
    output: Shown,
  }),
  locations: locationsContract,
  stock: stockContract,
  notices: noticesContract,
  transfers: transfersContract,
  drift: driftContract,
};
