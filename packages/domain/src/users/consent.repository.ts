import type { ConsentRecord } from "./consent.ts";

export interface ConsentRepository {
  /** The latest of each purpose and channel. */
  latest(userId: string): Promise<ConsentRecord[]>;
  /** Adds a row, with the id of the request by itself. Call while holding the person. */
  append(record: ConsentRecord): Promise<void>;
}
