import { Currency } from "@vitrina/domain/core";
import type { Fault } from "./fault.ts";
import { shown } from "./fault.ts";
import type { ImportedProduct } from "./product-draft.ts";
import {
  canonical,
  type ProductState,
  type StoredVariant,
  type TermsBySku,
  type VariantTerms,
} from "./product-state.ts";
import { slugify } from "./slug.ts";
import { type Applied, type Draft, type Found, NO_TERMS, openShelf } from "./table-shelf.ts";
import { tableColumn } from "./table-cells.ts";
import type { Known, RowSubject, TableRow } from "./table-row.ts";

export const CLEAR = /^\((?:empty|пусто)\)$/i;
const MAX_VARIANTS = 2_000;

export interface RowFault extends Fault {
  row: number;
  externalId: string | null;
  rejected: boolean;
}

export interface Merged {
  before: ProductState | null;
  after: ProductState;
  changed: boolean;
  prices: {
    sku: string;
    currency: Currency;
    amount: number;
    compareAt: number | null;
    before: { amount: number; compareAt: number | null } | null;
  }[];
  stock: { sku: string; onHand: number; was: number }[];
}

export interface MergedRows {
  products: Merged[];
  /** Of each row, in their order; null: rejected. */
  outcomes: (ImportedProduct["outcome"] | null)[];
  faults: RowFault[];
}

/**
 * CAT-15: what the rows make of the products. A cell that shows what is stored already changes nothing, so an export read
 * again is silence; a faulty row is left out whole. Rows that share a product speak of its variants.
 */
export function mergeRows(rows: readonly TableRow[], known: Known): MergedRows {
  const shelf = openShelf(known);
  const faults: RowFault[] = [];
  const outcomes = rows.map((row) => {
    const found = shelf.find(row);
    const result = "reason" in found ? { faults: [found] } : applyRow(row, found, known);
    const externalId = "reason" in found ? null : found.draft.product.externalId;
    if ("faults" in result) {
      faults.push(...result.faults.map((fault) => ({ ...fault, row: row.number, externalId, rejected: true })));
      return null;
    }
    return shelf.put(result);
  });
  return { products: shelf.drafts().map((draft) => mergedOf(draft, known.terms)), outcomes, faults };
}

/** Works on copies of what a row may change, which a fault throws away. */
function applyRow(row: TableRow, { draft, sku }: Found, known: Known): Applied | { faults: Fault[] } {
  const { next, subject, former } = copyFor(draft, sku, known);
  const faults: Fault[] = [];
  for (const [name, raw] of Object.entries(row.cells)) {
    if (raw === "" || (name === "stock" && former && raw === row.cells["stock_was"])) continue;
    const fault = applyCell({ name, raw, row: row.number }, { subject, given: next.given }, known);
    if (fault) faults.push(fault);
  }
  if (former) faults.push(...stockFaults(row.cells, draft.terms.get(sku)));
  faults.push(...wholeFaults(subject));
  if (faults.length > 0) return { faults };
  if (!next.product.slug) next.product.slug = slugOf(next.product);
  if (!former) return { draft: next, outcome: "created" };
  const same =
    partsOf(draft.product, former, draft.terms.get(sku)) === partsOf(next.product, subject.variant, subject.terms);
  return { draft: next, outcome: same ? "unchanged" : "changed" };
}

const partsOf = (product: ProductState, variant: StoredVariant, terms: VariantTerms | undefined) =>
  canonical([{ ...product, variants: [] }, variant, terms]);

const slugOf = ({ name, externalId }: ProductState) =>
  slugify(`${(name.en ?? name.ru ?? "").slice(0, 80)} ${externalId}`);

function copyFor(draft: Draft, sku: string, { newId }: Known) {
  const former = draft.product.variants.find((one) => one.sku === sku);
  const variant: StoredVariant = former
    ? { ...former, archived: false }
    : { id: newId(), sku, optionValues: {}, gtins: [], picture: null, archived: false };
  const others = draft.product.variants;
  const variants = former ? others.map((one) => (one === former ? variant : one)) : [...others, variant];
  const terms = structuredClone(draft.terms.get(sku) ?? NO_TERMS);
  const next: Draft = {
    before: draft.before,
    product: { ...draft.product, variants },
    terms: new Map(draft.terms).set(sku, terms),
    given: new Map(draft.given),
  };
  return { next, former, subject: { product: next.product, variant, terms } satisfies RowSubject };
}

function applyCell(
  { name, raw, row }: { name: string; raw: string; row: number },
  { subject, given }: { subject: RowSubject; given: Draft["given"] },
  known: Known,
): Fault | null {
  const column = tableColumn(name);
  if (!column) return null;
  if (column.ofProduct) {
    const earlier = given.get(name);
    if (earlier && earlier.cell !== raw) return { field: name, reason: "contradicts", detail: String(earlier.row) };
    given.set(name, { cell: raw, row });
    if (earlier) return null;
  }
  const cell = CLEAR.test(raw) ? "" : raw;
  if (column.show(subject) === raw || column.show(subject) === cell) return null;
  if (raw.includes("\ufffd")) return { field: name, reason: "no-utf8", detail: shown(raw) };
  const complaint = column.set(subject, cell, known);
  return complaint ? { field: name, reason: complaint, detail: shown(raw) } : null;
}

/** `stock_was` says on what the stock of the file was based: goods sold since then must not come back. */
function stockFaults({ stock, stock_was: was }: TableRow["cells"], before = NO_TERMS): Fault[] {
  if (!stock || !was || stock === was) return [];
  const now = String(before.stock);
  return now === was || now === stock ? [] : [{ field: "stock", reason: "moved", detail: now }];
}

function wholeFaults({ product: { name, variants }, variant, terms }: RowSubject): Fault[] {
  if (name.ru === undefined && name.en === undefined) return [{ field: "name_ru", reason: "empty", detail: null }];
  if (variants.length > MAX_VARIANTS) return [{ field: "sku", reason: "out-of-range", detail: String(MAX_VARIANTS) }];
  const values = canonical(variant.optionValues);
  const twin = variants.find((one) => one !== variant && !one.archived && canonical(one.optionValues) === values);
  if (twin) return [{ field: "option", reason: "repeats", detail: twin.sku }];
  return Currency.options.flatMap((currency) => {
    const { amount = 0, compareAt = null } = terms.prices[currency] ?? {};
    const field = `compare_at_${currency.toLowerCase()}`;
    return compareAt !== null && compareAt <= amount ? [{ field, reason: "out-of-range", detail: null } as const] : [];
  });
}

function mergedOf({ before, product, terms }: Draft, known: TermsBySku): Merged {
  const changes = [...terms].map(([sku, after]) => ({ sku, after, was: known.get(sku) ?? NO_TERMS }));
  return {
    before,
    after: product,
    changed: before === null || canonical(before) !== canonical(product),
    prices: changes.flatMap(({ sku, after, was }) =>
      Currency.options.flatMap((currency) => {
        const price = after.prices[currency];
        const before = was.prices[currency] ?? null;
        return price && canonical(price) !== canonical(before) ? [{ sku, currency, ...price, before }] : [];
      }),
    ),
    stock: changes.flatMap(({ sku, after, was }) =>
      after.stock === was.stock ? [] : [{ sku, onHand: after.stock, was: was.stock }],
    ),
  };
}
