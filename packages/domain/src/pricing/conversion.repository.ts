import type { Currency } from "@vitrina/domain/core";
import type { ConversionEdit, ConvertedPrice, PlannedRate } from "./conversion-plan.ts";
import type { PlannedPrice } from "./price-plan.ts";

/** A price that has not ended; `rateId` null: staff have set it. */
export interface StandingPrice extends PlannedPrice {
  variantId: string;
  currency: Currency;
  rateId: ConvertedPrice["rateId"] | null;
}

export interface ConversionRepository {
  /**
   * Takes marks of variants whose prices changed, at most `limit`, and locks these variants until the transaction ends.
   * Those that somebody else holds stay marked. `taken` counts marks.
   */
  takeDue(limit: number): Promise<{ taken: number; variantIds: string[] }>;
  /** Marks the next `limit` variants of the catalogue for a currency whose rates changed; returns how many it marked. */
  markNext(limit: number): Promise<number>;
  /** What holds at `now` or later. */
  rates(now: Date): Promise<PlannedRate[]>;
  prices(variantIds: readonly string[], now: Date): Promise<StandingPrice[]>;
  write(edits: readonly (ConversionEdit & { variantId: string; currency: Currency })[]): Promise<void>;
}
