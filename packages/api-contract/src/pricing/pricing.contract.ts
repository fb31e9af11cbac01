import { Currency, Id } from "@vitrina/domain/core";
import {
  ENTRIES_PER_PAGE,
  EntrySetting,
  ListEntry,
  MAX_LISTS,
  MOST_ENTRIES,
  PriceList,
  PriceListDraft,
  DatedPrice,
  MOST_DATED,
  MOST_SET,
  PricedVariant,
  PricePreview,
  PriceSchedule,
  PriceSetting,
  MOST_EXAMPLES,
  RateBook,
  RateDraft,
  RatePreview,
  RateTrial,
  TaxBookPage,
  TaxRateDraft,
} from "@vitrina/domain/pricing";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const areDistinct = (prices: PriceSetting[]) =>
  new Set(prices.map(({ variantId, currency }) => `${variantId} ${currency}`)).size === prices.length;

const areOnce = (entries: EntrySetting[]) =>
  new Set(entries.map(({ sku, currency, minQuantity }) => `${sku} ${currency} ${minQuantity}`)).size === entries.length;

/** Prices as staff see, set and plan them (PRC-01, PRC-08). */
const pricesContract = {
  /** Variants by SKU. `q`: the beginning of a SKU, or words of published products. */
  list: query({
    input: z.strictObject({ q: z.string().trim().max(100).optional(), productId: Id.optional(), ...pageInput }),
    output: z.object({ variants: z.array(PricedVariant).max(25), nextCursor: z.string().nullable() }),
  }),
  /** All that held, holds and is planned, the latest first. */
  timeline: query({
    input: z.strictObject({ variantId: Id }),
    output: z.object({ variant: PricedVariant, prices: z.array(DatedPrice).max(MOST_DATED) }),
  }),
  /** All from now on, or none. Refused `pricing.price-changed` with what holds now. */
  set: mutation({
    input: z.strictObject({ prices: z.array(PriceSetting).min(1).max(MOST_SET).refine(areDistinct) }),
    output: z.object({}),
  }),
  /** What a change would make of the plan; saves nothing. */
  preview: query({ input: PriceSchedule, output: z.object({ prices: PricePreview }) }),
  /** Refused `pricing.period-overlap` with the clashing price. */
  schedule: mutation({ input: PriceSchedule, output: z.object({}) }),
  /** Takes back a planned price that has not begun; what held before it goes on. */
  cancel: mutation({ input: z.strictObject({ id: Id }), output: z.object({}) }),
};

const One = z.strictObject({ id: Id });
const Named = PriceList.pick({ id: true, version: true }).strict();

/** Lists of prices for a group, a country, a quantity or a time (PRC-02). */
const listsContract = {
  /** The strongest first. */
  list: query({ input: z.void(), output: z.array(PriceList).max(MAX_LISTS) }),
  get: query({ input: One, output: PriceList }),
  /** Refused `pricing.list-conflict` where another list has the priority at the same time. */
  create: mutation({ input: PriceListDraft, output: PriceList }),
  change: mutation({ input: PriceListDraft.extend(Named.shape), output: PriceList }),
  /** Ends now and stays as history; one that never began goes for good. */
  end: mutation({ input: Named, output: z.object({}) }),
  /** Prices that hold now or later. `q`: the beginning of a SKU. */
  entries: query({
    input: One.extend({ q: z.string().trim().max(100).optional(), ...pageInput }),
    output: z.object({ entries: z.array(ListEntry).max(ENTRIES_PER_PAGE), nextCursor: z.string().nullable() }),
  }),
  /** All or none. */
  setEntries: mutation({
    input: Named.extend({ entries: z.array(EntrySetting).min(1).max(MOST_ENTRIES).refine(areOnce) }),
    output: PriceList,
  }),
};

const Seen = RateBook.pick({ currency: true, version: true }).strict();

/** Rates by which prices are converted that nobody has set (PRC-06). */
const ratesContract = {
  /** Every currency's. */
  list: query({ input: z.void(), output: z.array(RateBook).max(Currency.options.length) }),
  /** What a rate would make of some prices; saves nothing. */
  preview: query({ input: RateTrial, output: z.array(RatePreview).max(MOST_EXAMPLES) }),
  /** Refused `pricing.rate-overlap` where another rate begins at the same instant. */
  add: mutation({ input: RateDraft, output: z.object({}) }),
  /** One that holds ends now, one that is planned is taken back. */
  end: mutation({ input: Seen.extend({ id: Id }), output: z.object({}) }),
};

/** Taxes by country, region and class, in time (PRC-04). */
const taxesContract = {
  /** Of each country, region and class the latest first. */
  list: query({ input: z.strictObject(pageInput), output: TaxBookPage }),
  /** Refused `pricing.tax-overlap` where another of the kind begins at the same instant. */
  add: mutation({ input: TaxRateDraft, output: z.object({}) }),
  /** What holds ends now, what is planned is taken back. */
  end: mutation({ input: TaxBookPage.pick({ version: true }).strict().extend({ id: Id }), output: z.object({}) }),
};

export const pricingContract = {
  prices: pricesContract,
  lists: listsContract,
  rates: ratesContract,
  taxes: taxesContract,
};
