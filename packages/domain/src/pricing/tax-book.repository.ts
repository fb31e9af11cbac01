import type { SuccessionEdit } from "./succession.ts";
import type { DatedTaxRate } from "./tax-book.ts";

/** A tax that holds or is planned. */
export interface PlannedTaxRate extends Omit<DatedTaxRate, "from" | "until"> {
  from: Date | null;
  until: Date | null;
}
export type TaxKey = Pick<DatedTaxRate, "country" | "region" | "taxClass">;

export interface TaxBookReader {
  /** By country, region and class, of each the latest first; after the tax of that id. */
  page(after: string | null, limit: number): Promise<{ version: number; rates: DatedTaxRate[] }>;
}

export interface TaxBookRepository extends TaxBookReader {
  /** Nobody else changes taxes until the transaction ends; returns their version. */
  lock(): Promise<number>;
  find(id: string): Promise<TaxKey | null>;
  /** Taxes of a kind that have not ended by `now`. */
  plan(key: TaxKey, now: Date): Promise<PlannedTaxRate[]>;
  /** Raises the version. @throws TaxOverlap */
  apply(edit: SuccessionEdit<PlannedTaxRate>): Promise<void>;
}
