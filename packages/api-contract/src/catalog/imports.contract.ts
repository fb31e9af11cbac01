import {
  FAULTS_PER_PAGE,
  ImportEntry,
  ImportFault,
  ImportPlan,
  IMPORTS_PER_PAGE,
  ImportSheet,
  MOST_REFUSALS,
  NamedImport,
  UndoRefusal,
  WaitingJobs,
} from "@vitrina/domain/catalog";
import { Id } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const One = z.strictObject({ id: Id });
const nextCursor = z.string().nullable();

/** Imports in the back office (CAT-15); a file is sent to `POST /upload/import` first, as bytes. */
export const importsContract = {
  /** The newest first. */
  list: query({
    input: z.strictObject(pageInput),
    output: z.object({ rows: z.array(ImportEntry).max(IMPORTS_PER_PAGE), nextCursor }),
  }),
  get: query({ input: One, output: ImportSheet }),
  /** How many are under way, or failed in the last days. */
  waiting: query({ input: z.void(), output: WaitingJobs }),
  faults: query({
    input: One.extend(pageInput),
    output: z.object({ rows: z.array(ImportFault).max(FAULTS_PER_PAGE), nextCursor }),
  }),
  /** Products that undoing left as they are. */
  refusals: query({ input: One, output: z.array(UndoRefusal).max(MOST_REFUSALS) }),
  /** Refused `core.stale-version`, `catalog.import-not-ready`, `catalog.import-key-missing`. */
  check: mutation({ input: ImportPlan, output: ImportSheet }),
  start: mutation({ input: NamedImport, output: ImportSheet }),
  undo: mutation({ input: NamedImport, output: ImportSheet }),
};
