import * as z from "zod";
import { Amount, Currency, Id, Instant, LocalizedText, Version } from "@vitrina/domain/core";

export const MAX_LISTS = 200;
export const ENTRIES_PER_PAGE = 50;
/** Most entries that one change may set. */
export const MOST_ENTRIES = 500;

const Name = z.string().trim().min(1).max(80);
/** ISO 3166: two capitals. */
const Country = z
  .string()
  .max(2)
  .regex(/^[A-Z]{2}$/);

/** For whom, where, how strongly and when a list holds; half-open. Of two lists the one of higher priority wins. */
export const ListTerm = z.strictObject({
  /** Null: public. */
  groupId: Id.nullable(),
  /** Where the goods go; null: anywhere. */
  country: Country.nullable(),
  priority: z.int().min(1).max(1000),
  /** Null: from now on. */
  from: Instant.nullable(),
  /** Null: without end. */
  until: Instant.nullable(),
});
export type ListTerm = z.infer<typeof ListTerm>;

export const PriceListDraft = ListTerm.extend({ name: z.strictObject({ ru: Name, en: Name }) });
export type PriceListDraft = z.infer<typeof PriceListDraft>;

/** A list as staff see it, with the terms that hold now, or else the next or the last ones. */
export const PriceList = PriceListDraft.extend({
  id: Id,
  version: Version,
  groupName: LocalizedText.nullable(),
  /** Prices in it that hold now or later. */
  entries: z.int(),
}).strip();
export type PriceList = z.infer<typeof PriceList>;

/** A price of a list from so many pieces on; half-open, `until` null is without end. */
export const ListEntry = z.object({
  id: Id,
  variantId: Id,
  sku: z.string(),
  name: LocalizedText,
  currency: Currency,
  minQuantity: z.int(),
  amount: Amount,
  /** The price of its own that holds now; null when it has none. */
  ownAmount: Amount.nullable(),
  from: Instant,
  until: Instant.nullable(),
});
export type ListEntry = z.infer<typeof ListEntry>;

/** A price of a list to be set. Without times it holds from now on, until the next planned one; `amount` null: no longer. */
export const EntrySetting = z.strictObject({
  sku: z.string().trim().min(1).max(200),
  currency: Currency,
  minQuantity: z.int().min(1).max(999),
  amount: Amount.nullable(),
  from: Instant.nullable(),
  until: Instant.nullable(),
});
export type EntrySetting = z.infer<typeof EntrySetting>;
