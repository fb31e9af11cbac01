import * as z from "zod";
import { Id, Instant, LocalizedText, Version } from "@vitrina/domain/core";
import { FAULT_REASONS } from "./fault.ts";
import { isTableColumn } from "./table-columns.ts";

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

/** Bytes of a file that is sent by a browser. */
export const MAX_IMPORT_BYTES = 1024 * 1024 * 1024;
export const IMPORTS_PER_PAGE = 25;
export const FAULTS_PER_PAGE = 50;
export const MOST_REFUSALS = 100;
export const MOST_IMPORT_COLUMNS = 500;

const count = z.int().min(0);

/** An import as staff see it; `rows` and so on count what has been read so far. */
export const ImportEntry = z.object({
  id: Id,
  version: Version,
  fileName: z.string(),
  format: z.enum(["csv", "jsonl"]),
  source: z.string(),
  state: z.enum(IMPORT_STATES),
  bytes: count,
  position: count,
  rows: count,
  created: count,
  changed: count,
  unchanged: count,
  rejected: count,
  notices: count,
  /** Whether its file is still there, and it can be started. */
  hasFile: z.boolean(),
  actorId: Id.nullable(),
  createdAt: Instant,
});
export type ImportEntry = z.infer<typeof ImportEntry>;

export const ImportSheet = ImportEntry.extend({
  feed: z.boolean(),
  stock: count,
  headers: z.array(z.string()).max(MOST_IMPORT_COLUMNS),
  columns: z.array(z.string().nullable()).max(MOST_IMPORT_COLUMNS),
  samples: z.array(z.array(z.string())).max(3),
  /** Products that it made or changed, and what undoing it did with them. */
  changes: z.object({ products: count, restored: count, refused: count }),
});
export type ImportSheet = z.infer<typeof ImportSheet>;

export const ImportFault = z.object({
  row: z.int(),
  field: z.string(),
  reason: z.enum(FAULT_REASONS),
  detail: z.string().nullable(),
  externalId: z.string().nullable(),
  rejected: z.boolean(),
});
export type ImportFault = z.infer<typeof ImportFault>;

/** A product that undoing left as it is, because somebody changed it after the import. */
export const UndoRefusal = z.object({ productId: Id, slug: z.string(), name: LocalizedText });
export type UndoRefusal = z.infer<typeof UndoRefusal>;

export const NamedImport = z.strictObject({ id: Id, version: Version });
export const ImportPlan = NamedImport.extend({
  source: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  /** Of a CSV file: what each of its columns means, each meaning once. */
  columns: z
    .array(z.string().max(120).refine(isTableColumn).nullable())
    .max(MOST_IMPORT_COLUMNS)
    .refine((columns) => {
      const named = columns.filter((column) => column !== null);
      return new Set(named).size === named.length;
    }),
  /** Pieces that a new product of a feed gets. */
  stock: z.int().min(0).max(1_000_000),
});
export type ImportPlan = z.infer<typeof ImportPlan>;
