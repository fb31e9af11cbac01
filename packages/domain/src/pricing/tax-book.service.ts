import {
  type Audit,
  type Clock,
  Id,
  InvalidCursor,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { InvalidPricePeriod, TaxOverlap } from "./pricing.errors.ts";
import { conclude, findClash, succeed } from "./succession.ts";
import { type DatedTaxRate, TAX_RATES_PER_PAGE, type TaxBookPage, type TaxRateDraft } from "./tax-book.ts";
import type { PlannedTaxRate, TaxBookReader, TaxBookRepository, TaxKey } from "./tax-book.repository.ts";

interface Scope {
  taxBook: TaxBookRepository;
  audit: Audit;
}
interface Dependencies {
  taxBook: TaxBookReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}

/** Taxes as staff see, set and plan them (PRC-04). What has begun is never changed, only ended. */
export function createTaxBookService({ taxBook, transact, clock, newId }: Dependencies) {
  /** @throws StaleVersion */
  async function lockSeen({ taxBook }: Scope, version: number) {
    const current = await taxBook.lock();
    if (current !== version) throw new StaleVersion({ what: "taxes", current });
  }

  return {
    /** @throws InvalidCursor */
    async list({ cursor }: { cursor?: string | undefined }): Promise<TaxBookPage> {
      if (cursor !== undefined && !Id.safeParse(cursor).success) throw new InvalidCursor({});
      const { version, rates: found } = await taxBook.page(cursor ?? null, TAX_RATES_PER_PAGE + 1);
      const rates = found.slice(0, TAX_RATES_PER_PAGE);
      return { version, rates, nextCursor: found.length > rates.length ? (rates.at(-1)?.id ?? null) : null };
    },

    /** @throws StaleVersion @throws TaxOverlap @throws InvalidPricePeriod */
    add: (actorId: string, { version, from, ...terms }: TaxRateDraft): Promise<void> =>
      transact(async (scope) => {
        await lockSeen(scope, version);
        const now = clock();
        const rate = { ...terms, id: newId(), from: from === null ? now : new Date(from), until: null };
        if (rate.from < now) throw new InvalidPricePeriod({});
        const plan = await scope.taxBook.plan(terms, now);
        const clash = findClash(plan, rate);
        if (clash) throw new TaxOverlap({ clash: wireOf(clash) });
        const edit = succeed<PlannedTaxRate>(plan, rate);
        await scope.taxBook.apply(edit);
        const after = trailedOf({ ...rate, ...edit.added[0] });
        await scope.audit.record({ action: "pricing.tax-set", ...trailOf(actorId, terms), after });
      }),

    /** What holds ends now; what is planned is taken back. @throws StaleVersion @throws NotFound */
    end: (actorId: string, { id, version }: { id: string; version: number }): Promise<void> =>
      transact(async (scope) => {
        await lockSeen(scope, version);
        const now = clock();
        const key = await scope.taxBook.find(id);
        const plan = key ? await scope.taxBook.plan(key, now) : [];
        const rate = plan.find((each) => each.id === id);
        if (!key || !rate) throw new NotFound({ what: "tax" });
        await scope.taxBook.apply(conclude(plan, rate, now));
        const before = trailedOf(rate);
        await scope.audit.record({ action: "pricing.tax-ended", ...trailOf(actorId, key), before });
      }),
  };
}
export type TaxBookService = ReturnType<typeof createTaxBookService>;

const trailOf = (actorId: string, { country, region, taxClass }: TaxKey) => ({
  actor: { kind: "user" as const, id: actorId },
  subject: { kind: "tax", id: [country, region, taxClass].filter(Boolean).join(" ") },
});

const wireOf = ({ from, until, ...rate }: PlannedTaxRate): DatedTaxRate => ({
  ...rate,
  from: from?.toISOString() ?? null,
  until: until?.toISOString() ?? null,
});

function trailedOf(rate: PlannedTaxRate) {
  const { rateBasisPoints, included, from, until } = wireOf(rate);
  return { rateBasisPoints, included, beginsAt: from, endsAt: until };
}
