import * as z from "zod";
import { Amount, Currency, Id, Instant } from "@vitrina/domain/core";
import type { Price } from "./price.ts";

/** How a converted price ends: as it comes, in whole units, in …,99, or in …9,90. */
export const Ending = z.enum(["exact", "whole", "ninety-nine", "nine-ninety"]);
export type Ending = z.infer<typeof Ending>;

/** How many units of `base` one unit of `currency` costs, in millionths: 98.5 roubles a euro are 98,500,000. */
const UnitCost = z.int().min(1).max(1_000_000_000_000);

/** By what a converted price came to be. */
export const AppliedRate = z.object({ base: Currency, unitCost: UnitCost, ending: Ending });
export type AppliedRate = z.infer<typeof AppliedRate>;

/** Of a converted price: how it came to be, and whether the currency's rate still holds. */
export interface Conversion extends AppliedRate {
  fresh: boolean;
}

const ofTwoCurrencies = ({ base, currency }: { base: Currency; currency: Currency }) => base !== currency;
const Terms = { currency: Currency, ...AppliedRate.shape };

/** A rate while it holds: half-open, `until` null is without end. `holdDays`: how old it may become. */
export const Rate = z.object({
  id: Id,
  ...Terms,
  holdDays: z.int().min(1).max(366),
  from: Instant,
  until: Instant.nullable(),
});
export type Rate = z.infer<typeof Rate>;

/** A rate to hold from `from` on, null: from now. `version` is that of the currency's book, as the editor saw it. */
export const RateDraft = z
  .strictObject({
    ...Rate.pick({ currency: true, base: true, unitCost: true, ending: true, holdDays: true }).shape,
    from: Instant.nullable(),
    version: z.int(),
  })
  .refine(ofTwoCurrencies, { path: ["base"] });
export type RateDraft = z.infer<typeof RateDraft>;

/** What of a rate is tried out. */
export const RateTrial = z.strictObject(Terms).refine(ofTwoCurrencies, { path: ["base"] });
export type RateTrial = z.infer<typeof RateTrial>;

/** What a rate would make of a price: minor units; `converted` null where the result is beyond what the shop can count. */
export const RatePreview = z.object({
  variantId: Id,
  sku: z.string(),
  amount: Amount,
  compareAt: Amount.nullable(),
  converted: z.object({ amount: Amount, compareAt: Amount.nullable() }).nullable(),
});
export type RatePreview = z.infer<typeof RatePreview>;

/** All of a currency's rates that staff see: what held, what holds, what is planned. */
export const RateBook = z.object({
  currency: Currency,
  version: z.int(),
  /** The latest first, with those that have ended as far as they are shown. */
  rates: z.array(Rate),
  /** How many prices are converted now. */
  converted: z.int(),
  /** Whether the catalogue is still being asked for a new rate. */
  filling: z.boolean(),
  /** The rate in force is older than it holds: nothing new is converted, and what is converted is not sold. */
  stale: z.boolean(),
});
export type RateBook = z.infer<typeof RateBook>;

const DAY = 86_400_000;
/** Units of the currencies have a hundred minor ones, all of them. */
const ENDINGS: Record<Exclude<Ending, "exact">, { step: bigint; rest: bigint }> = {
  whole: { step: 100n, rest: 0n },
  "ninety-nine": { step: 100n, rest: 99n },
  "nine-ninety": { step: 1000n, rest: 990n },
};

/**
 * What an amount of `base` is in the other currency; minor units. Exact ones are rounded half up, the others go up to the
 * next price with the ending, so that no positive price becomes nothing. Null where the shop cannot count so far.
 */
export function convert(amount: number, { unitCost, ending }: Pick<AppliedRate, "unitCost" | "ending">): number | null {
  if (amount === 0) return 0;
  const worth = BigInt(amount) * 1_000_000n;
  const cost = BigInt(unitCost);
  const converted =
    ending === "exact" ? (2n * worth + cost) / (2n * cost) : endingUp((worth + cost - 1n) / cost, ending);
  const counted = Amount.safeParse(Number(converted === 0n ? 1n : converted));
  return counted.success ? counted.data : null;
}

function endingUp(least: bigint, ending: Exclude<Ending, "exact">): bigint {
  const { step, rest } = ENDINGS[ending];
  return least + ((((rest - least) % step) + step) % step);
}

/** A price with its former one, which goes where the two become the same. Null where the shop cannot count so far. */
export function convertPrice({ amount, compareAt }: Pick<Price, "amount" | "compareAt">, rate: AppliedRate) {
  const converted = convert(amount, rate);
  if (converted === null) return null;
  const former = compareAt === null ? null : convert(compareAt, rate);
  return { amount: converted, compareAt: former !== null && former > converted ? former : null };
}

/** Whether a rate has become older than it holds. */
export const isStale = ({ from, holdDays }: { from: Date; holdDays: number }, now: Date): boolean =>
  now.getTime() >= from.getTime() + holdDays * DAY;
