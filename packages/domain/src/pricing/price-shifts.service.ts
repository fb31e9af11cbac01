import type { Audit, Clock, Currency, Transact } from "@vitrina/domain/core";
import type { PriceBookReader, PriceBookRepository } from "./price-book.repository.ts";
import { cancel, type PlanEdit, type PlannedPrice, priceAt, schedule, setNow } from "./price-plan.ts";
import { PeriodOverlap } from "./pricing.errors.ts";

interface Dependencies {
  priceBook: PriceBookReader;
  transact: Transact<{ priceBook: PriceBookRepository; audit: Audit }>;
  clock: Clock;
}
/** A price of a variant, from an instant on; minor units. */
interface Wish {
  variantId: string;
  amount: number;
  compareAt: number | null;
}
/** `from` null, or past: at once. */
interface When {
  currency: Currency;
  from: Date | null;
}

/** Prices of many variants that move together (CAT-14): the plan of each decides, as for a single one (PRC-01, -08). */
export function createPriceShifts({ priceBook, transact, clock }: Dependencies) {
  const keysOf = (variantIds: readonly string[], currency: Currency) =>
    variantIds.map((variantId) => ({ variantId, currency }));
  const instantOf = (from: Date | null) => {
    const now = clock();
    return from && from > now ? { now, from } : { now, from: null };
  };

  return {
    /** What holds then by the plans of now; a variant left out has no price. */
    async read(variantIds: readonly string[], { currency, from }: When): Promise<Map<string, Omit<Wish, "variantId">>> {
      const when = instantOf(from);
      const plans = await priceBook.plans(keysOf(variantIds, currency), when.now);
      return new Map(
        variantIds.flatMap((variantId, index) => {
          const price = priceAt(plans[index] ?? [], when.from ?? when.now);
          return price ? [[variantId, { amount: price.amount, compareAt: price.compareAt }] as const] : [];
        }),
      );
    },

    /** Variants for which something else is planned there. */
    async barred(wishes: readonly Wish[], { currency, from }: When): Promise<Set<string>> {
      const when = instantOf(from);
      const plans = await priceBook.plans(
        keysOf(
          wishes.map(({ variantId }) => variantId),
          currency,
        ),
        when.now,
      );
      return new Set(
        wishes.flatMap((wish, index) =>
          isFree(plans[index] ?? [], { ...wish, currency }, when) ? [] : wish.variantId,
        ),
      );
    },

    /** All of them. @throws PeriodOverlap */
    set: (actorId: string, wishes: readonly Wish[], { currency, from }: When): Promise<void> =>
      transact(async (scope) => {
        if (wishes.length === 0) return;
        const when = instantOf(from);
        const keys = keysOf(
          wishes.map(({ variantId }) => variantId),
          currency,
        );
        await scope.priceBook.lock(keys);
        const plans = await scope.priceBook.plans(keys, when.now);
        const edits = wishes.map((wish, index) => {
          const plan = plans[index] ?? [];
          return {
            ...wish,
            currency,
            ...editOf(plan, { ...wish, currency }, when),
            before: priceAt(plan, when.from ?? when.now),
          };
        });
        await scope.priceBook.apply(
          edits.map(({ variantId, removed, moved, added }) => ({ variantId, currency, removed, moved, added })),
        );
        await scope.audit.record(
          ...edits.map(({ variantId, amount, compareAt, before }) => ({
            action: when.from ? ("pricing.price-scheduled" as const) : ("pricing.price-set" as const),
            actor: { kind: "user" as const, id: actorId },
            subject: { kind: "variant", id: variantId },
            before: { currency, amount: before?.amount ?? null, compareAt: before?.compareAt ?? null },
            after: { currency, amount, compareAt, ...(when.from && { from: when.from.toISOString() }) },
          })),
        );
      }),
  };
}
export type PriceShifts = ReturnType<typeof createPriceShifts>;

type Asked = Wish & { currency: Currency };

/** @throws PeriodOverlap */
function editOf(plan: PlannedPrice[], wish: Asked, { now, from }: { now: Date; from: Date | null }): PlanEdit {
  const { variantId, currency, amount, compareAt } = wish;
  const wanted = { amount, compareAt };
  if (!from) return setNow(plan, { variantId, currency, seenId: priceAt(plan, now)?.id ?? null, wanted, now });
  const at = from.getTime();
  const planned = plan.find((price) => price.from?.getTime() === at);
  const before = plan.find((price) => price.until?.getTime() === at);
  // What was planned for then and goes back to what holds before it is taken back.
  if (planned && before?.amount === amount && before.compareAt === compareAt) return cancel(plan, planned.id, now);
  return schedule(plan, { ...wanted, from, until: null }, { variantId, currency });
}

function isFree(...asked: Parameters<typeof editOf>): boolean {
  try {
    editOf(...asked);
    return true;
  } catch (error) {
    if (error instanceof PeriodOverlap) return false;
    throw error;
  }
}
