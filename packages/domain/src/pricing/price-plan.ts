import type { Currency } from "@vitrina/domain/core";
import type { DatedPrice } from "./price.ts";
import { PeriodOverlap, PriceChanged, PriceInForce } from "./pricing.errors.ts";

/** A price of one variant in one currency while it holds: half-open, null is without end. Minor units. */
export interface PlannedPrice {
  id: string;
  amount: number;
  compareAt: number | null;
  from: Date | null;
  until: Date | null;
}

/** What a plan needs to become another one: rows that go, rows whose period moves, rows that come. */
export interface PlanEdit {
  removed: string[];
  moved: Pick<PlannedPrice, "id" | "from" | "until">[];
  added: Omit<PlannedPrice, "id">[];
}

type Worth = Pick<PlannedPrice, "amount" | "compareAt">;

const startOf = ({ from }: Pick<PlannedPrice, "from">) => from?.getTime() ?? -Infinity;
const endOf = ({ until }: Pick<PlannedPrice, "until">) => until?.getTime() ?? Infinity;
const isSame = (a: Worth, b: Worth) => a.amount === b.amount && a.compareAt === b.compareAt;

/** The one that holds at `at`. */
export const priceAt = <Price extends Pick<PlannedPrice, "from" | "until">>(
  plan: readonly Price[],
  at: Date,
): Price | undefined => plan.find((price) => startOf(price) <= at.getTime() && at.getTime() < endOf(price));

interface Setting {
  variantId: string;
  currency: Currency;
  seenId: string | null;
  wanted: Worth | null;
  now: Date;
}

/**
 * PRC-01: from `now` on `wanted` holds, until the next planned price, and again wherever the present price would return
 * after a planned one; null: not for sale. `seenId` is the price that the editor saw hold, so that nobody undoes what
 * they did not see. @throws PriceChanged
 */
export function setNow(plan: readonly PlannedPrice[], { variantId, currency, seenId, wanted, now }: Setting): PlanEdit {
  const current = priceAt(plan, now);
  if ((current?.id ?? null) !== seenId)
    throw new PriceChanged({ variantId, currency, current: current ? wireOf(current, currency) : null });
  if (current ? wanted && isSame(current, wanted) : !wanted) return { removed: [], moved: [], added: [] };
  const planned = plan.filter((price) => startOf(price) > now.getTime()).toSorted((a, b) => startOf(a) - startOf(b));
  const returning = planned.filter(
    (price) => current && isSame(price, current) && planned.some((former) => endOf(former) === startOf(price)),
  );
  const began = current && startOf(current) < now.getTime();
  const periods = [{ from: now, until: current?.until ?? planned[0]?.from ?? null }, ...returning];
  return {
    // What begins at this very instant never held, no more than what begins later.
    removed: [...(current && !began ? [current.id] : []), ...returning.map(({ id }) => id)],
    moved: began ? [{ id: current.id, from: current.from, until: now }] : [],
    added: wanted ? periods.map(({ from, until }) => ({ ...pick(wanted), from, until })) : [],
  };
}

/**
 * PRC-08: `change` holds in its period, and what held there before holds again after it. It must lie within one price:
 * another planned change that begins, ends or starts at the same instant in there is in its way. @throws PeriodOverlap
 */
export function schedule(
  plan: readonly PlannedPrice[],
  change: Omit<PlannedPrice, "id">,
  { variantId, currency }: { variantId: string; currency: Currency },
): PlanEdit {
  const within = plan.filter((price) => startOf(price) < endOf(change) && startOf(change) < endOf(price));
  const [around] = within;
  if (!around) return { removed: [], moved: [], added: [change] };
  if (within.length > 1 || startOf(around) >= startOf(change) || endOf(around) < endOf(change)) {
    const clash = within.find((price) => startOf(price) >= startOf(change)) ?? around;
    throw new PeriodOverlap({ variantId, clash: wireOf(clash, currency) });
  }
  const rest =
    change.until && endOf(around) > endOf(change) ? [{ ...pick(around), from: change.until, until: around.until }] : [];
  return { removed: [], moved: [{ id: around.id, from: around.from, until: change.from }], added: [change, ...rest] };
}

/** PRC-08: a change that has not begun goes, and what held before it goes on. @throws PriceInForce */
export function cancel(plan: readonly PlannedPrice[], id: string, now: Date): PlanEdit {
  const gone = plan.find((price) => price.id === id);
  if (!gone) return { removed: [], moved: [], added: [] };
  if (startOf(gone) <= now.getTime()) throw new PriceInForce({});
  const before = plan.find((price) => endOf(price) === startOf(gone));
  const after = plan.find((price) => startOf(price) === endOf(gone) && startOf(price) > now.getTime());
  const returns = before && after && isSame(before, after);
  const until = returns ? after.until : gone.until;
  return {
    removed: returns ? [id, after.id] : [id],
    moved: before ? [{ id: before.id, from: before.from, until }] : [],
    added: [],
  };
}

/** The plan as it would be after an edit, the earliest first; new rows have no id yet. */
export function planAfter(plan: readonly PlannedPrice[], { removed, moved, added }: PlanEdit) {
  const kept = plan
    .filter(({ id }) => !removed.includes(id))
    .map((price) => ({ ...price, ...moved.find(({ id }) => id === price.id) }));
  return [...kept, ...added.map((price) => ({ ...price, id: null }))].toSorted((a, b) => startOf(a) - startOf(b));
}

const pick = ({ amount, compareAt }: Worth): Worth => ({ amount, compareAt });

export const wireOf = ({ id, amount, compareAt, from, until }: PlannedPrice, currency: Currency): DatedPrice => ({
  id,
  currency,
  amount,
  compareAt,
  converted: false,
  from: from?.toISOString() ?? null,
  until: until?.toISOString() ?? null,
});
