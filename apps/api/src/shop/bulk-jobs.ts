import { randomUUID } from "node:crypto";
import type { BulkEditsService, BulkTerms } from "@vitrina/domain/catalog";
import type { Clock } from "@vitrina/domain/core";
import type { createSafetyStocks } from "@vitrina/domain/inventory";
import { type PriceShifts, type PricingService, saleFactsOf } from "@vitrina/domain/pricing";

/** A worker that says nothing for so long is gone, milliseconds. */
const LEASE = 30_000;
/** How long a bulk edit can be undone, milliseconds: 30 days. */
const KEPT = 30 * 24 * 3600 * 1000;

type Log = { error(about: object, message: string): void };
interface Rooms {
  pricing: PricingService;
  priceShifts: PriceShifts;
  safetyStocks: ReturnType<typeof createSafetyStocks>;
}

/** What prices and stock say and do for bulk edits of products. */
export const bulkTermsOf = ({ pricing, priceShifts, safetyStocks }: Rooms): BulkTerms => {
  const whenOf = ({ currency, from }: { currency: "RUB" | "EUR" | "USD"; from: string | null }) => ({
    currency,
    from: from === null ? null : new Date(from),
  });
  const priced = (wanted: Parameters<BulkTerms["set"]>[2]) =>
    wanted.flatMap(({ variantId, amount, compareAt }) => (amount === null ? [] : { variantId, amount, compareAt }));
  return {
    saleFactsOf: saleFactsOf(pricing),
    async read(change, variantIds) {
      if (change.kind === "price") return priceShifts.read(variantIds, whenOf(change));
      const pieces = await safetyStocks.read(variantIds);
      return new Map([...pieces].map(([id, amount]) => [id, { amount, compareAt: null }]));
    },
    barred: async (change, wanted) =>
      change.kind === "price" ? priceShifts.barred(priced(wanted), whenOf(change)) : new Set(),
    set: (actorId, change, wanted) =>
      change.kind === "price"
        ? priceShifts.set(actorId, priced(wanted), whenOf(change))
        : safetyStocks.set(
            actorId,
            wanted.map(({ variantId, amount }) => ({ variantId, pieces: amount ?? 0 })),
          ),
  };
};

/** The work behind large bulk edits. */
export const createBulkJobs = ({ bulkEdits, now }: { bulkEdits: BulkEditsService; now: Clock }) => ({
  /** Answers how many edits it did. */
  async runNext(signal: AbortSignal, log: Log): Promise<number> {
    const done = await bulkEdits.runNext({ lease: randomUUID(), milliseconds: LEASE, signal });
    if (done?.error) log.error({ err: done.error, bulkEditId: done.id }, "a bulk edit failed");
    return done ? 1 : 0;
  },
  /** Forgets edits that are too old to be undone; answers how many. */
  sweep: (limit: number) => bulkEdits.forgetOld(new Date(now().getTime() - KEPT), limit),
});
