import type { PlannedRate } from "./conversion-plan.ts";
import { RateOverlap } from "./pricing.errors.ts";
import type { Rate } from "./rate.ts";

/** What a book of rates needs to become another one. A rate that goes before it began is `cancelled`. */
export interface RateEdit {
  moved: Pick<PlannedRate, "id" | "until">[];
  added: PlannedRate[];
  cancelled: string[];
}

/** `rate` holds from its beginning until the next one; the one before it ends there. @throws RateOverlap */
export function addRate(book: readonly PlannedRate[], rate: PlannedRate): RateEdit {
  const clash = book.find(({ from }) => from.getTime() === rate.from.getTime());
  if (clash) throw new RateOverlap({ clash: wireOfRate(clash) });
  const around = book.find(({ from, until }) => from < rate.from && (until === null || until > rate.from));
  const next = book.filter(({ from }) => from > rate.from).toSorted((a, b) => a.from.getTime() - b.from.getTime())[0];
  return {
    moved: around ? [{ id: around.id, until: rate.from }] : [],
    added: [{ ...rate, until: around ? around.until : (next?.from ?? null) }],
    cancelled: [],
  };
}

/** One that holds ends now; before one that is planned the former goes on in its place. */
export function endRate(book: readonly PlannedRate[], rate: PlannedRate, now: Date): RateEdit {
  if (rate.from <= now) return { moved: [{ id: rate.id, until: now }], added: [], cancelled: [] };
  const before = book.find(({ until }) => until?.getTime() === rate.from.getTime());
  return { moved: before ? [{ id: before.id, until: rate.until }] : [], added: [], cancelled: [rate.id] };
}

export const wireOfRate = ({ from, until, ...rate }: PlannedRate): Rate => ({
  ...rate,
  from: from.toISOString(),
  until: until?.toISOString() ?? null,
});
