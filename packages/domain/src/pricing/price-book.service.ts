import { type Audit, type Clock, InvalidCursor, NotFound, type Transact } from "@vitrina/domain/core";
import type { PlanKey, PriceBookReader, PriceBookRepository } from "./price-book.repository.ts";
import {
  MOST_DATED,
  type PricedVariant,
  type PriceSchedule,
  type PriceSetting,
  VARIANTS_PER_PAGE,
} from "./price-book.ts";
import {
  cancel,
  type PlanEdit,
  planAfter,
  type PlannedPrice,
  priceAt,
  schedule,
  setNow,
  wireOf,
} from "./price-plan.ts";
import { InvalidPricePeriod } from "./pricing.errors.ts";

interface Scope {
  priceBook: PriceBookRepository;
  audit: Audit;
}
interface Dependencies {
  priceBook: PriceBookReader;
  transact: Transact<Scope>;
  clock: Clock;
  /** Ids of published products that a text finds, the best first. */
  findProducts(text: string): Promise<string[]>;
}
interface Asked {
  q?: string | undefined;
  productId?: string | undefined;
  cursor?: string | undefined;
}

const worthOf = (price: Pick<PlannedPrice, "amount" | "compareAt"> | null | undefined) =>
  price ? { amount: price.amount, compareAt: price.compareAt } : { amount: null, compareAt: null };

/** Prices as staff see, set, plan and take back (PRC-01, PRC-08). What has begun is never changed, only ended. */
export function createPriceBookService({ priceBook, transact, clock, findProducts }: Dependencies) {
  async function page({ q, productId, cursor }: Asked) {
    const sku = q?.trim() || null;
    const productIds = productId ? [productId] : sku ? await findProducts(sku) : null;
    const after = cursor ?? null;
    return priceBook.list({ sku, productIds, after, limit: VARIANTS_PER_PAGE + 1, now: clock() });
  }
  async function lock({ priceBook }: Scope, keys: readonly PlanKey[]): Promise<PlannedPrice[][]> {
    const known = await priceBook.lock(keys);
    if (keys.some(({ variantId }) => !known.has(variantId))) throw new NotFound({ what: "variant" });
    return priceBook.plans(keys, clock());
  }
  const trailOf = (actorId: string, variantId: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "variant", id: variantId },
  });

  return {
    /** Variants by SKU; `q` is the beginning of one or words of a product. @throws InvalidCursor */
    async list(asked: Asked): Promise<{ variants: PricedVariant[]; nextCursor: string | null }> {
      if (asked.cursor === "") throw new InvalidCursor({});
      const found = await page(asked);
      const variants = found.slice(0, VARIANTS_PER_PAGE);
      return { variants, nextCursor: found.length > variants.length ? (variants.at(-1)?.sku ?? null) : null };
    },

    /** All that held, holds and is planned. @throws NotFound */
    async timeline(variantId: string) {
      const variant = await priceBook.find(variantId, clock());
      if (!variant) throw new NotFound({ what: "variant" });
      return { variant, prices: await priceBook.timeline(variantId, MOST_DATED) };
    },

    /** All of them from now on, or none. @throws PriceChanged @throws NotFound */
    set: (actorId: string, settings: readonly PriceSetting[]): Promise<void> =>
      transact(async (scope) => {
        const plans = await lock(scope, settings);
        const now = clock();
        const edits = settings.map(({ variantId, currency, seenId, amount, compareAt }, index) => {
          const plan = plans[index] ?? [];
          const wanted = amount === null ? null : { amount, compareAt };
          const edit = setNow(plan, { variantId, currency, seenId, wanted, now });
          return { variantId, currency, ...edit, before: priceAt(plan, now), wanted };
        });
        const changed = edits.filter((edit) => edit.removed.length + edit.moved.length + edit.added.length > 0);
        await scope.priceBook.apply(changed);
        await scope.audit.record(
          ...changed.map(({ variantId, currency, before, wanted }) => ({
            action: "pricing.price-set" as const,
            ...trailOf(actorId, variantId),
            before: { currency, ...worthOf(before) },
            after: { currency, ...worthOf(wanted) },
          })),
        );
      }),

    /** What the plan would be; nothing is saved. @throws InvalidPricePeriod @throws PeriodOverlap */
    async preview(change: PriceSchedule) {
      const now = clock();
      const [plan = []] = await priceBook.plans([change], now);
      return planAfter(plan, scheduled(plan, change, now)).map((price) => ({
        ...wireOf({ ...price, id: "" }, change.currency),
        id: price.id,
      }));
    },

    /** @throws InvalidPricePeriod @throws PeriodOverlap @throws NotFound */
    schedule: (actorId: string, change: PriceSchedule): Promise<void> =>
      transact(async (scope) => {
        const [plan = []] = await lock(scope, [change]);
        const { variantId, currency, ...after } = change;
        await scope.priceBook.apply([{ variantId, currency, ...scheduled(plan, change, clock()) }]);
        const entry = { action: "pricing.price-scheduled" as const, ...trailOf(actorId, variantId) };
        await scope.audit.record({ ...entry, after: { currency, ...after } });
      }),

    /** A planned price that has not begun. @throws NotFound @throws PriceInForce */
    cancel: (actorId: string, id: string): Promise<void> =>
      transact(async (scope) => {
        const key = await scope.priceBook.findPlanned(id);
        if (!key) throw new NotFound({ what: "price" });
        const [plan = []] = await lock(scope, [key]);
        const gone = plan.find((price) => price.id === id);
        if (!gone) throw new NotFound({ what: "price" });
        await scope.priceBook.apply([{ ...key, ...cancel(plan, id, clock()) }]);
        const entry = { action: "pricing.price-cancelled" as const, ...trailOf(actorId, key.variantId) };
        const { id: _, ...before } = wireOf(gone, key.currency);
        await scope.audit.record({ ...entry, before });
      }),
  };
}
export type PriceBookService = ReturnType<typeof createPriceBookService>;

/** @throws InvalidPricePeriod @throws PeriodOverlap */
function scheduled(plan: readonly PlannedPrice[], change: PriceSchedule, now: Date): PlanEdit {
  const from = new Date(change.from);
  const until = change.until === null ? null : new Date(change.until);
  if (from <= now || (until && until <= from)) throw new InvalidPricePeriod({});
  return schedule(plan, { ...worthOfSchedule(change), from, until }, change);
}

const worthOfSchedule = ({ amount, compareAt }: PriceSchedule) => ({ amount, compareAt });
