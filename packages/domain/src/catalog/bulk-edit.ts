import * as z from "zod";
import { Currency, Id, Instant, LocalizedText, Version } from "@vitrina/domain/core";
import { ProductStatus } from "./product-state.ts";
import { PublishBlocker } from "./publishing.ts";

/** Most products of one edit. */
export const MOST_EDITED = 100_000;
/** Most products that are ticked one by one. */
export const MOST_TICKED = 1_000;
/** Edits of so many products are done while the caller waits; larger ones are the worker's. */
export const EDITED_AT_ONCE = 200;
export const BULK_EDITS_PER_PAGE = 25;
export const BULK_ROWS_PER_PAGE = 50;

/** Which products: those that were ticked, or all that a list shows, also beyond its page. */
export const BulkSelection = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(MOST_TICKED) }),
  z.strictObject({
    filter: z.strictObject({ q: z.string().trim().max(200).optional(), status: ProductStatus.optional() }),
  }),
]);
export type BulkSelection = z.infer<typeof BulkSelection>;

const From = { from: Instant.nullable() };
/** One change of each. `from` null: at once. Prices: hundredths of a percent, or minor units, more or less. */
export const BulkChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("publish"), ...From }),
  z.strictObject({ kind: z.literal("unpublish") }),
  z.strictObject({ kind: z.literal("archive") }),
  z.strictObject({ kind: z.literal("category"), categoryId: Id, act: z.enum(["put", "take", "primary"]) }),
  z.strictObject({ kind: z.literal("collection"), collectionId: Id, act: z.enum(["put", "take"]) }),
  z.strictObject({ kind: z.literal("brand"), brand: z.string().trim().min(1).max(200).nullable() }),
  z.strictObject({ kind: z.literal("featured"), featured: z.boolean() }),
  z.strictObject({
    kind: z.literal("price"),
    currency: Currency,
    by: z.discriminatedUnion("in", [
      z.strictObject({ in: z.literal("percent"), basisPoints: z.int().min(-9_900).max(100_000) }),
      z.strictObject({ in: z.literal("amount"), amount: z.int().min(-1_000_000_000).max(1_000_000_000) }),
    ]),
    ...From,
  }),
  z.strictObject({ kind: z.literal("safety-stock"), pieces: z.int().min(0).max(1_000_000) }),
]);
export type BulkChange = z.infer<typeof BulkChange>;
export type BulkKind = BulkChange["kind"];

export const BULK_STATES = ["checking", "checked", "running", "done", "failed", "undoing", "undone"] as const;
export type BulkState = (typeof BULK_STATES)[number];

/**
 * What becomes of a product. `waiting`: not tried yet, `ready`: would change, `changed`: did; undone, it is `restored`, or
 * `kept` because somebody changed it since.
 */
export const BULK_OUTCOMES = ["waiting", "ready", "unchanged", "refused", "changed", "restored", "kept"] as const;
export const BulkOutcome = z.enum(BULK_OUTCOMES);
export type BulkOutcome = z.infer<typeof BulkOutcome>;

export const BULK_REASONS = [
  /** Something is missing, `blockers` says what. */
  "not-publishable",
  /** Somebody changed what this changes, after it was looked at. */
  "changed-since",
  "deleted",
  /** It is its main category: another one must be that first. */
  "main-category",
  "no-price",
  "price-too-low",
  /** More than a price can be. */
  "price-too-high",
  /** Another change of the price is planned there already. */
  "price-planned",
] as const;
export type BulkReason = (typeof BULK_REASONS)[number];

/** A price or a safety stock of a variant. */
const VariantTerm = z.object({
  variantId: Id,
  sku: z.string(),
  amount: z.int().nullable(),
  compareAt: z.int().nullable(),
});
export type VariantTerm = z.infer<typeof VariantTerm>;

/** What an edit changes of a product: the fields that it is about. */
export const BulkFields = z.object({
  status: ProductStatus.exactOptional(),
  publishAt: Instant.nullable().exactOptional(),
  unpublishAt: Instant.nullable().exactOptional(),
  brand: z.string().nullable().exactOptional(),
  featured: z.boolean().exactOptional(),
  primaryCategoryId: Id.nullable().exactOptional(),
  /** Whether it is in the category, or the collection, of the edit. */
  inCategory: z.boolean().exactOptional(),
  picked: z.boolean().exactOptional(),
  /** Prices in the currency of the edit, or pieces kept back, of each variant. */
  terms: z.array(VariantTerm).exactOptional(),
});
export type BulkFields = z.infer<typeof BulkFields>;
/** A product as far as bulk edits can change it. */
export type BulkProduct = Required<BulkFields>;

export const BulkRow = z.object({
  productId: Id,
  /** Null: it was deleted since. */
  name: LocalizedText.nullable(),
  sku: z.string().nullable(),
  outcome: BulkOutcome,
  reason: z.enum(BULK_REASONS).nullable(),
  blockers: z.array(PublishBlocker),
  before: BulkFields,
  after: BulkFields,
});
export type BulkRow = z.infer<typeof BulkRow>;

export const BulkEntry = z.object({
  id: Id,
  version: Version,
  change: BulkChange,
  state: z.enum(BULK_STATES),
  products: z.int(),
  createdAt: Instant,
});
export type BulkEntry = z.infer<typeof BulkEntry>;

/** An edit with how many products came to what. */
export const BulkSheet = BulkEntry.extend({
  counts: z.object(Object.fromEntries(BULK_OUTCOMES.map((each) => [each, z.int()])) as Record<BulkOutcome, z.ZodInt>),
  /** The name of the category or collection that it is about. */
  target: LocalizedText.nullable(),
});
export type BulkSheet = z.infer<typeof BulkSheet>;

export const NamedBulkEdit = z.strictObject({ id: Id, version: Version });
