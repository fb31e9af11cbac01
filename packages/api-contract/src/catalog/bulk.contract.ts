import {
  BULK_EDITS_PER_PAGE,
  BULK_OUTCOMES,
  BULK_ROWS_PER_PAGE,
  BulkChange,
  BulkEntry,
  BulkOutcome,
  BulkRow,
  BulkSelection,
  BulkSheet,
  NamedBulkEdit,
  WaitingJobs,
} from "@vitrina/domain/catalog";
import { Id } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const One = z.strictObject({ id: Id });
const nextCursor = z.string().nullable();

/** One change of many products (CAT-14). Changes of prices ask for `prices:write`, of the safety stock for `stock:write`. */
export const bulkContract = {
  /** The newest first. */
  list: query({
    input: z.strictObject(pageInput),
    output: z.object({ rows: z.array(BulkEntry).max(BULK_EDITS_PER_PAGE), nextCursor }),
  }),
  get: query({ input: One, output: BulkSheet }),
  /** How many are under way, or failed in the last days. */
  waiting: query({ input: z.void(), output: WaitingJobs }),
  /** Products that came to one of these outcomes. */
  rows: query({
    input: One.extend({ outcomes: z.array(BulkOutcome).min(1).max(BULK_OUTCOMES.length), ...pageInput }),
    output: z.object({ rows: z.array(BulkRow).max(BULK_ROWS_PER_PAGE), nextCursor }),
  }),
  /** Tries it: says what would become of each product, and changes none. Up to 200 are tried at once, more by the worker. */
  check: mutation({ input: z.strictObject({ change: BulkChange, selection: BulkSelection }), output: BulkSheet }),
  /** Refused `core.stale-version`, `catalog.bulk-not-ready`; so is `undo`. */
  start: mutation({ input: NamedBulkEdit, output: BulkSheet }),
  undo: mutation({ input: NamedBulkEdit, output: BulkSheet }),
};
