import type { AttributeJudge } from "./attribute-values.ts";
import type { FaultReason } from "./fault.ts";
import type { ProductState, StoredVariant, TermsBySku, VariantTerms } from "./product-state.ts";

/**
 * A row of a table: cells by column name, in the order of `inCellOrder`. A cell that is empty says nothing; one that says
 * `(empty)` empties.
 */
export interface TableRow {
  number: number;
  source: string;
  cells: Readonly<Record<string, string>>;
}

/** What is known of the products that the rows speak of, and what their cells may name. */
export interface Known extends TableContext {
  products: readonly ProductState[];
  terms: TermsBySku;
  newId: () => string;
}

/** A product and one of its variants: what a row speaks of. */
export interface RowSubject {
  product: ProductState;
  variant: StoredVariant;
  terms: VariantTerms;
}

/** What setting a cell needs to know beside its row. */
export interface TableContext {
  categoryIds: ReadonlyMap<string, string>;
  /** By code. */
  attributes: ReadonlyMap<string, AttributeJudge>;
}

/** Says what is wrong with the cell; nothing when it was taken over. */
export type Complaint = FaultReason | undefined | void;

export interface TableColumn {
  /** Part of the product: equal in all its rows, and only read from the first. */
  ofProduct: boolean;
  show(subject: RowSubject): string;
  set(subject: RowSubject, cell: string, context: TableContext): Complaint;
}
