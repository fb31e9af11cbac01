/** Somebody whose data are asked for, by themselves or by the law. */
export interface DataSubject {
  id: string;
  email: string;
  emailCanonical: string;
  /** Only then are things that merely bear their address theirs too. */
  emailVerified: boolean;
}

/** Values that JSON knows; dates as Date. */
export type DataRow = Record<string, unknown>;

/** What a room keeps about people: told to them (GDPR 15, 20) and erased (GDPR 17). Every room that keeps such has one. */
export interface PersonalData {
  /** By table, in the words of the room. */
  collect(person: DataSubject): Promise<Record<string, DataRow[]>>;
  /**
   * Leaves nothing by which the person could be known but their id, and nothing at all that no law makes the shop keep.
   * Call in a transaction; repeating it changes nothing.
   */
  erase(person: DataSubject): Promise<void>;
}
