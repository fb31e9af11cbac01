import type { Currency } from "@vitrina/domain/core";
import type { ListEntry, ListTerm, PriceList, PriceListDraft } from "./price-list.ts";
import type { PlanEdit, PlannedPrice } from "./price-plan.ts";

export interface EntryKey {
  variantId: string;
  currency: Currency;
  minQuantity: number;
}
export interface EntriesPage {
  listId: string;
  /** The beginning of a SKU; null: any. */
  sku: string | null;
  /** The last entry of the page before. */
  after: { variantId: string; id: string } | null;
  limit: number;
  now: Date;
}
/** Terms with their beginning decided. */
export type DatedTerm = Omit<ListTerm, "from" | "until"> & { from: Date; until: Date | null };
type Named = Pick<PriceList, "id" | "name">;

export interface PriceListReader {
  /** The strongest first. */
  list(now: Date, limit: number): Promise<PriceList[]>;
  find(id: string, now: Date): Promise<PriceList | null>;
  /** Entries that have not ended. */
  entries(page: EntriesPage): Promise<ListEntry[]>;
  /** Lists that ever were for the group, at most `limit`. */
  listForGroup(groupId: string, limit: number): Promise<Named[]>;
}

export interface PriceListRepository extends PriceListReader {
  count(): Promise<number>;
  /** Holds the list until the transaction ends: one at a time changes its terms and entries. */
  lock(id: string): Promise<Pick<PriceList, "id" | "name" | "version"> | null>;
  add(list: Named & Pick<PriceList, "version">, createdAt: Date): Promise<void>;
  save(list: Named & Pick<PriceList, "version">): Promise<void>;
  /** With its entries. */
  remove(id: string): Promise<void>;
  /** Whether any terms of the list have begun by then. */
  hasBegun(id: string, now: Date): Promise<boolean>;
  /** Another list that has this priority at some instant of the period. */
  findRival(
    listId: string,
    term: Pick<DatedTerm, "priority" | "from" | "until">,
  ): Promise<PriceListDraft["name"] | null>;
  /** From `now` on these terms alone; null: none. @throws ListConflict @throws NotFound for an unknown group */
  setTerm(listId: string, term: DatedTerm | null, now: Date): Promise<void>;
  /** Ids of variants by SKU; unknown ones are left out. */
  variantsBySku(skus: readonly string[]): Promise<Map<string, string>>;
  /** What has not ended by `now`, per key in the order asked. */
  entryPlans(listId: string, keys: readonly EntryKey[], now: Date): Promise<PlannedPrice[][]>;
  applyEntries(listId: string, edits: readonly (EntryKey & PlanEdit)[]): Promise<void>;
}
