import type { Currency, Position } from "@vitrina/domain/core";
import type { ProductState } from "./product-state.ts";
import type { ImportEntry, ImportFault, ImportSheet, ImportState, UndoRefusal } from "./imports.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";
import type { RowFault } from "./table-merge.ts";

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
  /** Lines of JSON: whether they are a merchant's feed, and not rows of a table. */
  feed: boolean;
  /** The columns of the file by name, and its first rows. */
  headers: string[];
  samples: string[][];
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

export interface ImportsReader {
  sheet(importId: string): Promise<ImportSheet | null>;
  /** Failed: since then. */
  waiting(since: Date): Promise<WaitingJobs>;
  list(after: Position | null, limit: number): Promise<ImportEntry[]>;
  /** With the ids that order them. */
  faults(importId: string, after: number, limit: number): Promise<(ImportFault & { id: number })[]>;
  refusals(importId: string, limit: number): Promise<UndoRefusal[]>;
}

type Started = Pick<
  StoredImport,
  | "id"
  | "fileName"
  | "storageKey"
  | "format"
  | "feed"
  | "headers"
  | "samples"
  | "source"
  | "columns"
  | "stock"
  | "state"
  | "bytes"
  | "actorId"
  | "createdAt"
>;

/** The worker that is at an import: nobody else is, until its time runs out. */
export interface ImportLease {
  importId: string;
  lease: string;
}

export interface ImportsRepository extends ImportsReader {
  add(started: Started): Promise<void>;
  /** Until the end of the transaction. */
  lock(importId: string): Promise<StoredImport | null>;
  /** From the beginning, with nothing counted, seen or blamed. */
  restart(
    importId: string,
    plan: Pick<StoredImport, "source" | "columns" | "stock" | "state">,
    at: Date,
  ): Promise<void>;
  /** An import that waits for a worker, or whose worker is gone; taken until then. */
  claim(lease: string, now: Date, until: Date): Promise<StoredImport | null>;
  /** Throws when another worker has it by now. */
  keep(held: ImportLease, until: Date): Promise<void>;
  /** The next products that it changed and that are not undone yet, with their versions of now; locked. */
  changesToUndo(importId: string, limit: number): Promise<(ImportChange & { versionAfter: number; version: number })[]>;
  markUndone(
    importId: string,
    outcomes: readonly { productId: string; undone: "restored" | "archived" | "refused" }[],
  ): Promise<void>;
  /** Imports by command that said nothing since then were killed. */
  failAbandoned(before: Date): Promise<void>;
  /** Forgets the files and pictures before of imports of before then; answers the names of their files. */
  forgetOld(before: Date, limit: number): Promise<string[]>;
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
