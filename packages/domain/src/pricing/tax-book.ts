import * as z from "zod";
import { Id, Instant } from "@vitrina/domain/core";
import { Country } from "@vitrina/domain/users";

export const TAX_RATES_PER_PAGE = 50;

const Terms = {
  country: Country,
  /** As addresses write it; empty: the whole country. A region's own rate goes before the country's. */
  region: z.string().trim().max(100),
  taxClass: z.string().trim().min(1).max(40),
  rateBasisPoints: z.int().min(0).max(10_000),
  /** Whether shop prices already contain the tax. */
  included: z.boolean(),
};

/** A tax while it holds: half-open, null is without beginning or end. */
export const DatedTaxRate = z.object({ id: Id, ...Terms, from: Instant.nullable(), until: Instant.nullable() });
export type DatedTaxRate = z.infer<typeof DatedTaxRate>;

/** A tax to hold from `from` on, null: from now. `version` is that of all taxes, as the editor saw them. */
export const TaxRateDraft = z.strictObject({ ...Terms, from: Instant.nullable(), version: z.int() });
export type TaxRateDraft = z.infer<typeof TaxRateDraft>;

/** Taxes by country, region and class, of each the latest first. */
export const TaxBookPage = z.object({
  version: z.int(),
  rates: z.array(DatedTaxRate).max(TAX_RATES_PER_PAGE),
  nextCursor: z.string().nullable(),
});
export type TaxBookPage = z.infer<typeof TaxBookPage>;
