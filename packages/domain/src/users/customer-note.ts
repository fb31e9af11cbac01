import { Id, Instant } from "@vitrina/domain/core";
import * as z from "zod";

export const NoteText = z.string().trim().min(1).max(2000);

/** What somebody of the shop wrote down about a customer, for the shop's people only (USER-09). It is never edited. */
export const CustomerNote = z.object({
  id: Id,
  text: NoteText,
  authorId: Id,
  /** Null when the author is gone. */
  authorName: z.string().nullable(),
  createdAt: Instant,
});
export type CustomerNote = z.infer<typeof CustomerNote>;
