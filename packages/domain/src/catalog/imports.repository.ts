import type { Currency } from "@vitrina/domain/core";
import type { ProductState } from "./product-state.ts";
import type { RowFault } from "./table-merge.ts";

export const IMPORT_STATES = [
  "uploaded",
  "checking",
  "checked",
  "running",
  "done",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Rows by what became of them; `notices` are parts of rows that were left out. */
export interface ImportCounts {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  notices: number;
}

/** How far a run has come: bytes of the file and its last row that is taken for good. */
export interface ImportProgress extends ImportCounts {
  position: number;
  lastRow: number;
}

export interface StoredImport extends ImportProgress {
  id: string;
  fileName: string;
  /** Where the uploaded file lies; null for a file of the operator's own. */
  storageKey: string | null;
  format: "csv" | "jsonl";
  source: string;
  /** What each column of the file means; empty for lines of JSON that name their fields. */
  columns: (string | null)[];
  stock: number;
  state: ImportState;
  bytes: number;
  actorId: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** A price and a stock of a variant as an import found and left them. */
export interface TermsChange {
  variantId: string;
  prices: { currency: Currency; before: TermsPrice | null; after: TermsPrice }[];
  stock: { before: number; after: number } | null;
}
type TermsPrice = { amount: number; compareAt: number | null };

export interface ImportChange {
  productId: string;
  before: ProductState | null;
  terms: TermsChange[];
}

export interface ImportsRepository {
  add(
    started: Pick<
      StoredImport,
      | "id"
      | "fileName"
      | "storageKey"
      | "format"
      | "source"
      | "columns"
      | "stock"
      | "state"
      | "bytes"
      | "actorId"
      | "createdAt"
    >,
  ): Promise<void>;
  /** The row in which each was named first, this one unless an earlier one did: the memory of a run. */
  firstSeen(importId: string, named: readonly { name: string; row: number }[]): Promise<Map<string, number>>;
  /** Forgets what was seen. */
  forgetSeen(importId: string): Promise<void>;
  advance(importId: string, progress: ImportProgress, at: Date): Promise<void>;
  setState(importId: string, state: ImportState, at: Date): Promise<void>;
  addFaults(importId: string, faults: readonly RowFault[]): Promise<void>;
  /** Keeps the first picture of a product before this import, and the version it has now. */
  addChanges(importId: string, changes: readonly ImportChange[]): Promise<void>;
  remove(importId: string): Promise<void>;
}
