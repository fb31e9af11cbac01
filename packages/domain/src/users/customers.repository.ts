import type { Position } from "@vitrina/domain/core";
import type { User } from "./user.ts";

export interface CustomerSearch {
  /** A part of the name, or the beginning of the address. */
  text: string;
  /** Whole numbers in E.164, any of which may be meant. */
  phones: readonly string[];
  /** Found otherwise, e.g. by the number of an order. */
  ids: readonly string[];
  after: Position | null;
  limit: number;
}

export interface CustomersReader {
  /** The newest first. */
  search(search: CustomerSearch): Promise<User[]>;
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
