import { Id } from "@vitrina/domain/core";
import { Customer, CustomerDetails, CustomerNote, NoteText, Reason, RevealedField } from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

/** Addresses and numbers are masked everywhere; a reveal shows one of them and is written down (USER-09). */
export const customersContract = {
  /** By name, beginning of the e-mail address, phone or number of an order: at least 3 characters. */
  find: query({
    input: z.strictObject({ q: z.string().max(100), ...pageInput }),
    output: z.object({ customers: z.array(Customer).max(25), nextCursor: z.string().nullable() }),
  }),
  get: query({ input: z.strictObject({ id: Id }), output: CustomerDetails }),
  reveal: mutation({
    input: z.strictObject({ id: Id, field: RevealedField, reason: Reason }),
    output: z.object({ value: z.string().nullable() }),
  }),
  /** What the shop's people wrote down about somebody, the newest first. */
  notes: query({
    input: z.strictObject({ id: Id, ...pageInput }),
    output: z.object({ notes: z.array(CustomerNote).max(20), nextCursor: z.string().nullable() }),
  }),
  addNote: mutation({ input: z.strictObject({ id: Id, text: NoteText }), output: z.object({}) }),
};
