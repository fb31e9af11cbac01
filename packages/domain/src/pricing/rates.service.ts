import {
  type Audit,
  type Clock,
  type Currency,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import type { PlannedRate } from "./conversion-plan.ts";
import { InvalidPricePeriod } from "./pricing.errors.ts";
import { addRate, wireOfRate } from "./rate-book.ts";
import { convertPrice, isStale, type RateBook, type RateDraft, type RatePreview, type RateTrial } from "./rate.ts";
import type { RatesReader, RatesRepository } from "./rates.repository.ts";
import { conclude } from "./succession.ts";

/** Most rates that have ended and are shown, for each currency. */
export const MOST_ENDED_RATES = 10;
/** Most prices that a preview shows. */
export const MOST_EXAMPLES = 8;

interface Scope {
  rates: RatesRepository;
  audit: Audit;
}
interface Dependencies {
  rates: RatesReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}

/** Rates of currencies as staff see, set, plan and end them (PRC-06). */
export function createRatesService({ rates, transact, clock, newId }: Dependencies) {
  /** @throws StaleVersion */
  async function lockSeen({ rates }: Scope, { currency, version }: { currency: Currency; version: number }) {
    const current = await rates.lock(currency);
    if (current !== version) throw new StaleVersion({ what: "rates", current });
  }

  return {
    async list(): Promise<RateBook[]> {
      const now = clock();
      return (await rates.books(now, MOST_ENDED_RATES)).map((book) => ({ ...book, stale: isBookStale(book, now) }));
    },

    /** What a rate would make of some prices; nothing is saved. */
    async preview(trial: RateTrial): Promise<RatePreview[]> {
      const examples = await rates.examples(trial, clock(), MOST_EXAMPLES);
      return examples.map((example) => ({ ...example, converted: convertPrice(example, trial) }));
    },

    /** @throws StaleVersion @throws RateOverlap @throws InvalidPricePeriod */
    add: (actorId: string, { version, from, ...terms }: RateDraft): Promise<void> =>
      transact(async (scope) => {
        await lockSeen(scope, { currency: terms.currency, version });
        const now = clock();
        const rate: PlannedRate = { ...terms, id: newId(), from: from === null ? now : new Date(from), until: null };
        if (rate.from < now) throw new InvalidPricePeriod({});
        const edit = addRate(await scope.rates.plan(terms.currency, now), rate);
        await scope.rates.apply(terms.currency, edit);
        const after = trailedOf({ ...rate, ...edit.added[0] });
        await scope.audit.record({ action: "pricing.rate-set", ...trailOf(actorId, terms.currency), after });
      }),

    /** One that holds ends now; one that is planned is taken back. @throws StaleVersion @throws NotFound */
    end: (
      actorId: string,
      { id, currency, version }: { id: string; currency: Currency; version: number },
    ): Promise<void> =>
      transact(async (scope) => {
        await lockSeen(scope, { currency, version });
        const now = clock();
        const book = await scope.rates.plan(currency, now);
        const rate = book.find((each) => each.id === id);
        if (!rate) throw new NotFound({ what: "rate" });
        await scope.rates.apply(currency, conclude(book, rate, now));
        const before = trailedOf(rate);
        await scope.audit.record({ action: "pricing.rate-ended", ...trailOf(actorId, currency), before });
      }),
  };
}
export type RatesService = ReturnType<typeof createRatesService>;

const trailOf = (actorId: string, currency: Currency) => ({
  actor: { kind: "user" as const, id: actorId },
  subject: { kind: "rates", id: currency },
});

function trailedOf(rate: PlannedRate) {
  const { base, unitCost, ending, holdDays, from, until } = wireOfRate(rate);
  return { base, unitCost, ending, holdDays, beginsAt: from, endsAt: until };
}

function isBookStale({ rates }: Pick<RateBook, "rates">, now: Date): boolean {
  const inForce = rates.find(({ from, until }) => new Date(from) <= now && (until === null || new Date(until) > now));
  return inForce !== undefined && isStale({ from: new Date(inForce.from), holdDays: inForce.holdDays }, now);
}
