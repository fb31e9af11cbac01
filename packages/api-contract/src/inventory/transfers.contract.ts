import { Id } from "@vitrina/domain/core";
import {
  Transfer,
  TransferDetails,
  TransferDraft,
  TransferReceipt,
  TRANSFERS_PER_PAGE,
} from "@vitrina/domain/inventory";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

/** Goods from one place to another (INV-03). */
export const transfersContract = {
  /** The latest sent first. */
  list: query({
    input: z.strictObject(pageInput),
    output: z.object({ transfers: z.array(Transfer).max(TRANSFERS_PER_PAGE), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: z.strictObject({ id: Id }), output: TransferDetails }),
  send: mutation({ input: TransferDraft, output: TransferDetails }),
  /** A line left out arrived whole; less than was sent needs a note, and is lost. */
  receive: mutation({ input: TransferReceipt, output: TransferDetails }),
};
