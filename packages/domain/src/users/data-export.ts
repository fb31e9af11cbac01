import { type DataRow, Instant } from "@vitrina/domain/core";
import * as z from "zod";

const DAY = 86_400_000;

/** How long a finished file may be downloaded, in milliseconds. */
export const EXPORT_KEPT = 7 * DAY;
/** A file that is not finished by then never will be, and another may be asked for. */
export const EXPORT_GIVEN_UP = DAY;

/** How the file of a person's data stands (USER-05). */
export const ExportState = z.object({
  state: z.enum(["none", "running", "ready"]),
  askedAt: Instant.nullable(),
  /** Until when it may be downloaded. */
  expiresAt: Instant.nullable(),
  /** Bytes. */
  size: z.int().nullable(),
});
export type ExportState = z.infer<typeof ExportState>;

/** The one file a person has at a time. */
export interface DataExport {
  id: string;
  userId: string;
  askedAt: Date;
  expiresAt: Date | null;
  size: number | null;
}

/** All tables of all rooms, by name. */
export type DataTables = Record<string, DataRow[]>;

/** One file of everything: JSON for programs, a CSV of each table for people. */
export type PackArchive = (tables: DataTables) => Uint8Array;

/** What a person may know of it now. */
export function exportStateOf(found: DataExport | null, now: Date): ExportState {
  if (!found || isOver(found, now)) return { state: "none", askedAt: null, expiresAt: null, size: null };
  const askedAt = found.askedAt.toISOString();
  if (!found.expiresAt) return { state: "running", askedAt, expiresAt: null, size: null };
  return { state: "ready", askedAt, expiresAt: found.expiresAt.toISOString(), size: found.size };
}

const isOver = ({ askedAt, expiresAt }: DataExport, now: Date): boolean =>
  now >= (expiresAt ?? new Date(askedAt.getTime() + EXPORT_GIVEN_UP));
