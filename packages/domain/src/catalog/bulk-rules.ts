import { Amount, multiplyRounded } from "@vitrina/domain/core";
import type { BulkChange, BulkFields, BulkProduct, BulkReason, VariantTerm } from "./bulk-edit.ts";
import { canonical } from "./product-state.ts";

export type BulkVerdict = { refused: BulkReason } | { before: BulkFields; after: BulkFields };

/** What `change` makes of a product: the fields that change, before and after; none when it is so already. */
export function changed(product: BulkProduct, change: BulkChange): BulkVerdict {
  const wanted = wish(product, change);
  return typeof wanted === "string" ? { refused: wanted } : differing(product, wanted);
}

/** Undoing: the fields that an edit set go back to what they were, unless somebody changed one of them since. */
export function restored(
  product: BulkProduct,
  { before, after }: { before: BulkFields; after: BulkFields },
): BulkVerdict {
  return isAs(product, after) ? differing(product, before) : { refused: "changed-since" };
}

/** Whether the fields that `seen` holds are still so. */
export const isAs = (product: BulkProduct, seen: BulkFields): boolean =>
  (Object.keys(seen) as (keyof BulkFields)[]).every((field) => canonical(product[field]) === canonical(seen[field]));

function differing(product: BulkProduct, wanted: BulkFields): { before: BulkFields; after: BulkFields } {
  const fields = (Object.keys(wanted) as (keyof BulkFields)[]).filter(
    (field) => canonical(product[field]) !== canonical(wanted[field]),
  );
  const pick = (of: BulkFields) => Object.fromEntries(fields.map((field) => [field, of[field]])) as BulkFields;
  return { before: pick(product), after: pick(wanted) };
}

function wish(product: BulkProduct, change: BulkChange): BulkFields | BulkReason {
  switch (change.kind) {
    case "publish":
      return { status: "published", publishAt: change.from, unpublishAt: null };
    case "unpublish":
      return { status: "draft", publishAt: null, unpublishAt: null };
    case "archive":
      return { status: "archived", publishAt: null, unpublishAt: null };
    case "category":
      return placed(product, change);
    case "collection":
      return { picked: change.act === "put" };
    case "brand":
      return { brand: change.brand };
    case "featured":
      return { featured: change.featured };
    case "price":
      return priced(product.terms, change);
    case "safety-stock":
      return { terms: product.terms.map((term) => ({ ...term, amount: change.pieces })) };
  }
}

function placed(product: BulkProduct, { act, categoryId }: BulkChange & { kind: "category" }): BulkFields | BulkReason {
  if (act === "take") return product.primaryCategoryId === categoryId ? "main-category" : { inCategory: false };
  const primaryCategoryId = act === "primary" ? categoryId : (product.primaryCategoryId ?? categoryId);
  return { inCategory: true, primaryCategoryId };
}

/** Variants without a price in the currency stay without; a former price that is no longer higher goes. */
function priced(terms: readonly VariantTerm[], { by }: BulkChange & { kind: "price" }): BulkFields | BulkReason {
  if (terms.every(({ amount }) => amount === null)) return "no-price";
  const next = terms.map((term) => {
    if (term.amount === null) return term;
    const amount =
      by.in === "amount" ? term.amount + by.amount : multiplyRounded(term.amount, 10_000 + by.basisPoints, 10_000);
    return { ...term, amount, compareAt: term.compareAt !== null && term.compareAt > amount ? term.compareAt : null };
  });
  if (next.some(({ amount }) => amount !== null && amount < 1)) return "price-too-low";
  if (next.some(({ amount }) => amount !== null && !Amount.safeParse(amount).success)) return "price-too-high";
  return { terms: next };
}
