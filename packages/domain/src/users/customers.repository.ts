import type { User } from "./user.ts";

/** Where a list goes on: the last person of the page before. */
export interface CustomerPosition {
  createdAt: Date;
  id: string;
}

export interface CustomerSearch {
  /** A part of the name, or the beginning of the address. */
  text: string;
  /** Found otherwise, e.g. by the number of an order. */
  ids: readonly string[];
  after: CustomerPosition | null;
  limit: number;
}

export interface CustomersReader {
  /** The newest first. */
  search(search: CustomerSearch): Promise<User[]>;
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
