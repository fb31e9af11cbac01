import type { PlannedRate } from "./conversion-plan.ts";
import { RateOverlap } from "./pricing.errors.ts";
import type { Rate } from "./rate.ts";
import { findClash, succeed, type SuccessionEdit } from "./succession.ts";

/** What a book of rates needs to become another one: these begin at an instant, always. */
export type RateEdit = SuccessionEdit<PlannedRate>;

/** `rate` holds from its beginning until the next one; the one before it ends there. @throws RateOverlap */
export function addRate(book: readonly PlannedRate[], rate: PlannedRate): RateEdit {
  const clash = findClash(book, rate);
  if (clash) throw new RateOverlap({ clash: wireOfRate(clash) });
  return succeed(book, rate);
}

export const wireOfRate = ({ from, until, ...rate }: PlannedRate): Rate => ({
  ...rate,
  from: from.toISOString(),
  until: until?.toISOString() ?? null,
});
