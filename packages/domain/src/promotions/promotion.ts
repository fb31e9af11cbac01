import { type Currency, type LocalizedText, multiplyRounded } from "@vitrina/domain/core";
import type { Consideration, Obstacle } from "./explanation.ts";

/** A time in which the customer is in the group a promotion is for; half-open, `until` null is without end. */
export interface Membership {
  from: Date;
  until: Date | null;
}

/** What a code promises and how far it is used: a part of the order's goods. */
export interface PromotionTerms {
  name: LocalizedText;
  basisPoints: number;
  /** Smallest amount of goods, minor units; a currency left out has no minimum. */
  minimums: Partial<Record<Currency, number>>;
  /** The higher one wins among equal amounts. */
  priority: number;
  paused: boolean;
  /** Half-open: valid at `startsAt`, not at `endsAt`; null is without end. */
  startsAt: Date | null;
  endsAt: Date | null;
  usedUp: boolean;
  perCustomer: number | null;
  usesByCustomer: number;
  /** This customer's in the group it is for: empty for guests and strangers; null when it is for everybody. */
  memberships: readonly Membership[] | null;
}

/** A code as it was typed, and what it stands for; null when there is no such code. */
export interface EnteredCode {
  code: string;
  terms: PromotionTerms | null;
}

export interface Circumstances {
  currency: Currency;
  /** Minor units, before discounts. */
  itemsAmount: number;
  now: Date;
}

/** The one spelling of a code: case-blind (PRM-03). */
export const canonicalCode = (typed: string): string => typed.trim().toUpperCase();

/**
 * PRM-06, PRM-10: what every entered code gives, or why not, in the order of entry. One wins: the one that gives most,
 * then the one of higher priority, then the first by its letters, so that the order of entry never matters (PRM-05). The
 * others are beaten by it.
 */
export function considerCodes(codes: readonly EnteredCode[], circumstances: Circumstances): Consideration[] {
  const considered = codes.map((entered) => ({ entered, consideration: consider(entered, circumstances) }));
  const [best] = considered
    .filter(({ consideration }) => !consideration.obstacle)
    .toSorted(
      (a, b) =>
        b.consideration.amount - a.consideration.amount ||
        (b.entered.terms?.priority ?? 0) - (a.entered.terms?.priority ?? 0) ||
        (a.entered.code < b.entered.code ? -1 : 1),
    );
  return considered.map(({ consideration }) =>
    consideration.obstacle || !best || consideration === best.consideration
      ? consideration
      : { ...consideration, amount: 0, obstacle: { reason: "beaten", by: best.consideration.code } },
  );
}

/** What the considered codes take off the order together; minor units. */
export const discountOf = (considerations: readonly Consideration[]): number =>
  considerations.reduce((sum, { amount }) => sum + amount, 0);

function consider({ code, terms }: EnteredCode, circumstances: Circumstances): Consideration {
  if (!terms) return { code, name: null, amount: 0, obstacle: { reason: "unknown" } };
  const obstacle = findObstacle(terms, circumstances);
  const amount = obstacle ? 0 : multiplyRounded(circumstances.itemsAmount, terms.basisPoints, 10_000);
  return { code, name: terms.name, amount, obstacle };
}

function findObstacle(terms: PromotionTerms, { currency, itemsAmount, now }: Circumstances): Obstacle | null {
  const { startsAt, endsAt, perCustomer, minimums, memberships } = terms;
  // First, so that strangers learn nothing more of a promotion that is not for them.
  if (memberships && !memberships.some(({ from, until }) => from <= now && (!until || now < until)))
    return { reason: "not-for-you" };
  if (endsAt && now >= endsAt) return { reason: "ended", endedAt: endsAt.toISOString() };
  if (terms.paused) return { reason: "paused" };
  if (startsAt && now < startsAt) return { reason: "not-yet", startsAt: startsAt.toISOString() };
  if (terms.usedUp) return { reason: "used-up" };
  if (perCustomer !== null && terms.usesByCustomer >= perCustomer) return { reason: "used-by-you" };
  const missing = (minimums[currency] ?? 0) - itemsAmount;
  return missing > 0 ? { reason: "minimum", missing, currency } : null;
}
