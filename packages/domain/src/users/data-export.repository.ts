import type { DataExport } from "./data-export.ts";

export interface DataExportRepository {
  find(userId: string): Promise<DataExport | null>;
  /** Takes the place of an earlier one; false, and no change, while that one is being made. `givenUp` before then is not. */
  begin(begun: Pick<DataExport, "id" | "userId" | "askedAt">, givenUp: Date): Promise<boolean>;
  /** False, and no change, when it is finished already or another has taken its place. */
  finish(id: string, archive: Uint8Array, expiresAt: Date): Promise<boolean>;
  /** The file, while it may be downloaded. */
  archive(userId: string, now: Date): Promise<Uint8Array | null>;
  /** Deletes what has run out, and what was begun before `givenUp` and never finished; at most `limit`. */
  sweep(times: { now: Date; givenUp: Date }, limit: number): Promise<void>;
}
