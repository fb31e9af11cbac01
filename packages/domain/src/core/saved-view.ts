import * as z from "zod";
import { DomainError } from "./errors.ts";
import { Id, Version } from "./ids.ts";

/** Lists of the back office whose views are saved. */
export const ViewedList = z.enum(["products", "orders", "customers", "stock"]);
export type ViewedList = z.infer<typeof ViewedList>;

/** Views that somebody saves of one list. */
export const MOST_OWN_VIEWS = 30;
/** Views of a list that are shown to somebody: their own first. */
export const MOST_VIEWS = 100;
const MOST_PARAMETERS = 10;

/** What a view is called, who sees it, and the parameters of its address. */
export const SavedViewDraft = z.strictObject({
  name: z.string().trim().min(1).max(60),
  shared: z.boolean(),
  search: z
    .record(z.string().min(1).max(40), z.string().min(1).max(200))
    .refine((search) => Object.keys(search).length <= MOST_PARAMETERS, "too many"),
});
export type SavedViewDraft = z.infer<typeof SavedViewDraft>;

export const SavedView = SavedViewDraft.extend({
  id: Id,
  version: Version,
  /** Whether it is the reader's own, who alone changes it. */
  own: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export class ViewLimitReached extends DomainError<{ limit: number }> {
  readonly kind = "conflict";
  readonly code = "core.view-limit-reached";
}
