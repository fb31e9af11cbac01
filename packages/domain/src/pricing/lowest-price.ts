import * as z from "zod";
import { Amount } from "@vitrina/domain/core";

const DAY = 86_400_000;
/** How long before a cut its former prices count, milliseconds. */
export const CUT_WINDOW = 30 * DAY;

/** The lowest price before an announced cut, minor units; null: nothing was sold before it. Not `complete`: of less than thirty days. */
export const LowestPrice = z.object({ amount: Amount.nullable(), complete: z.boolean() });
export type LowestPrice = z.infer<typeof LowestPrice>;

/** A price that everybody could have: the own one of a variant (rank 0) or one of a public list (its priority); half-open. */
export interface PublicPrice {
  rank: number;
  amount: number;
  /** Of an own price only. */
  compareAt: number | null;
  from: Date | null;
  until: Date | null;
}

interface InForce {
  amount: number;
  announced: boolean;
}

const covers = ({ from, until }: PublicPrice, at: number) =>
  (from?.getTime() ?? -Infinity) <= at && at < (until?.getTime() ?? Infinity);

/** What a stranger paid at `at`: the highest rank decides. A list that is cheaper than the own price announces a cut, too. */
function inForce(history: readonly PublicPrice[], at: number): InForce | null {
  const holding = history.filter((price) => covers(price, at)).toSorted((a, b) => b.rank - a.rank);
  const [price] = holding;
  if (!price) return null;
  const own = holding.find(({ rank }) => rank === 0);
  if (price.rank === 0) return { amount: price.amount, announced: price.compareAt !== null };
  return {
    amount: price.amount,
    announced: own !== undefined && Math.max(own.amount, own.compareAt ?? 0) > price.amount,
  };
}

const isSame = (a: InForce | null, b: InForce | null) => a?.amount === b?.amount && a?.announced === b?.announced;

/**
 * PRC-07, art. 6a of Directive 98/6/EC. Null when no cut is announced at `at`. A cut begins when its price, so announced,
 * came into force; what counts are the prices in force during the thirty days before that instant, the one that was in
 * force when they open among them. A later, deeper cut is a cut of its own, and so is one that returns. Nothing before
 * `knownSince` was public: then less than thirty days are known.
 */
export function lowestBefore(history: readonly PublicPrice[], at: Date, knownSince: Date): LowestPrice | null {
  const known = knownSince.getTime();
  const bounds = history
    .flatMap(({ from, until }) => [from?.getTime() ?? known, until?.getTime() ?? known])
    .filter((bound) => known < bound && bound <= at.getTime());
  const moments = [...new Set([known, ...bounds])].toSorted((a, b) => a - b);
  const steps = moments.map((moment) => ({ moment, price: inForce(history, moment) }));
  if (!steps.at(-1)?.price?.announced) return null;

  const begins = steps.findLastIndex(
    ({ price }, index) => index === 0 || !isSame(price, steps[index - 1]?.price ?? null),
  );
  const cutAt = steps[begins]?.moment ?? known;
  const former = steps
    .slice(0, begins)
    .filter((_, index) => (moments[index + 1] ?? cutAt) > cutAt - CUT_WINDOW)
    .flatMap(({ price }) => price?.amount ?? []);
  return { amount: former.length > 0 ? Math.min(...former) : null, complete: known <= cutAt - CUT_WINDOW };
}
