import type { Position } from "@vitrina/domain/core";
import type { Judged } from "./publishing.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";
import type {
  BulkChange,
  BulkEntry,
  BulkFields,
  BulkOutcome,
  BulkProduct,
  BulkRow,
  BulkSelection,
  BulkSheet,
  BulkState,
} from "./bulk-edit.ts";

export interface StoredBulkEdit {
  id: string;
  change: BulkChange;
  state: BulkState;
  products: number;
  actorId: string;
  version: number;
}

/** A product of an edit, with the fields that it changes as they were seen and as they become. */
export interface BulkPlan {
  productId: string;
  before: BulkFields;
  after: BulkFields;
}
export type SettledRow = BulkPlan & Pick<BulkRow, "outcome" | "reason" | "blockers">;

/** A product without its terms, and the variants that these are of. */
export type StoredBulkProduct = Omit<BulkProduct, "terms"> & { id: string; variants: { id: string; sku: string }[] };

export interface BulkEditsReader {
  /** The newest first. */
  list(after: Position | null, limit: number): Promise<BulkEntry[]>;
  sheet(id: string): Promise<BulkSheet | null>;
  /** Failed: since then. */
  waiting(since: Date): Promise<WaitingJobs>;
  /** By id; with these outcomes only. */
  rows(id: string, page: { outcomes: readonly BulkOutcome[]; after: string | null; limit: number }): Promise<BulkRow[]>;
}

export interface BulkEditsRepository extends BulkEditsReader {
  /** With a row for each product selected; answers how many, one more than `limit` when there are more. */
  add(
    edit: Pick<StoredBulkEdit, "id" | "change" | "actorId"> & { at: Date },
    selection: BulkSelection,
    limit: number,
  ): Promise<number>;
  /** Until the end of the transaction. */
  lock(id: string): Promise<StoredBulkEdit | null>;
  setState(id: string, state: BulkState, by: { actorId: string; at: Date }): Promise<void>;
  /** One that waits for a worker, or whose worker is gone; taken until then. */
  claim(lease: string, now: Date, until: Date): Promise<StoredBulkEdit | null>;
  /** Throws when another worker has it by now. */
  keep(held: { id: string; lease: string }, until: Date): Promise<void>;

  /** The next rows that came so far. */
  next(id: string, outcome: BulkOutcome, limit: number): Promise<BulkPlan[]>;
  settle(id: string, rows: readonly SettledRow[]): Promise<void>;
  /** Holds products and their variants until the end of the transaction. */
  lockProducts(ids: readonly string[]): Promise<void>;
  products(ids: readonly string[], change: BulkChange): Promise<StoredBulkProduct[]>;
  /** What publishing asks of products, by id. */
  judged(ids: readonly string[]): Promise<ReadonlyMap<string, Judged & { pictures: number }>>;
  /** Raises their versions by one. */
  save(products: readonly StoredBulkProduct[], at: Date): Promise<void>;
  place(categoryId: string, productIds: readonly string[]): Promise<void>;
  unplace(categoryId: string, productIds: readonly string[]): Promise<void>;
  /** Whether there is such a category. */
  hasCategory(id: string): Promise<boolean>;
  /** Forgets edits of before then that nobody is at; answers how many. */
  forgetOld(before: Date, limit: number): Promise<number>;
}
