import {
  type Audit,
  changesBetween,
  type Clock,
  InvalidCursor,
  type NewId,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import type { DatedTerm, EntryKey, PriceListReader, PriceListRepository } from "./price-list.repository.ts";
import {
  ENTRIES_PER_PAGE,
  type EntrySetting,
  type ListTerm,
  MAX_LISTS,
  type PriceList,
  type PriceListDraft,
} from "./price-list.ts";
import { type PlanEdit, type PlannedPrice, priceAt, schedule, setNow } from "./price-plan.ts";
import {
  InvalidPricePeriod,
  ListConflict,
  PeriodOverlap,
  PriceListLimitReached,
  UnknownSkus,
} from "./pricing.errors.ts";

interface Scope {
  priceLists: PriceListRepository;
  audit: Audit;
}
interface Dependencies {
  priceLists: PriceListReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}
type Named = Pick<PriceList, "id" | "version">;

/** Lists of prices for a group, a country, a quantity or a time (PRC-02). What has begun is never changed, only ended. */
export function createPriceListService({ priceLists, transact, clock, newId }: Dependencies) {
  async function lockSeen({ priceLists }: Scope, { id, version }: Named) {
    const list = await priceLists.lock(id);
    if (!list) throw new NotFound({ what: "price-list" });
    if (list.version !== version) throw new StaleVersion({ what: "price-list", current: list.version });
    return list;
  }
  async function get(reader: PriceListReader, id: string) {
    const list = await reader.find(id, clock());
    if (!list) throw new NotFound({ what: "price-list" });
    return list;
  }
  /** @throws ListConflict @throws InvalidPricePeriod */
  async function setTerm({ priceLists }: Scope, listId: string, draft: ListTerm) {
    const now = clock();
    const term = datedTerm(draft, now);
    const name = await priceLists.findRival(listId, term);
    if (name) throw new ListConflict({ clash: { kind: "list", name, priority: term.priority } });
    await priceLists.setTerm(listId, term, now);
  }
  const trailOf = (actorId: string, listId: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "price-list", id: listId },
  });

  return {
    list: () => priceLists.list(clock(), MAX_LISTS),
    listForGroup: priceLists.listForGroup,
    /** @throws NotFound */
    get: (id: string) => get(priceLists, id),

    /** @throws PriceListLimitReached @throws ListConflict @throws InvalidPricePeriod @throws NotFound */
    create: (actorId: string, draft: PriceListDraft) =>
      transact(async (scope) => {
        if ((await scope.priceLists.count()) >= MAX_LISTS) throw new PriceListLimitReached({ limit: MAX_LISTS });
        const id = newId();
        await scope.priceLists.add({ id, name: draft.name, version: 1 }, clock());
        await setTerm(scope, id, draft);
        await scope.audit.record({ action: "pricing.list-created", ...trailOf(actorId, id), after: draft });
        return get(scope.priceLists, id);
      }),

    /** Other terms hold from now on; the past stays what it was. @throws StaleVersion @throws ListConflict @throws InvalidPricePeriod @throws NotFound */
    change: (actorId: string, { id, version, ...draft }: Named & PriceListDraft) =>
      transact(async (scope) => {
        await lockSeen(scope, { id, version });
        const { name, groupId, country, priority, from, until } = await get(scope.priceLists, id);
        const changes = changesBetween<PriceListDraft>({ name, groupId, country, priority, from, until }, draft);
        await scope.priceLists.save({ id, name: draft.name, version: version + 1 });
        if (Object.keys(changes.after).some((field) => field !== "name")) await setTerm(scope, id, draft);
        await scope.audit.record({ action: "pricing.list-changed", ...trailOf(actorId, id), ...changes });
        return get(scope.priceLists, id);
      }),

    /** It ends now and stays as history; one that never began goes for good. @throws StaleVersion @throws NotFound */
    end: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { id, version, name } = await lockSeen(scope, named);
        if (await scope.priceLists.hasBegun(id, clock())) {
          await scope.priceLists.setTerm(id, null, clock());
          await scope.priceLists.save({ id, name, version: version + 1 });
        } else await scope.priceLists.remove(id);
        await scope.audit.record({ action: "pricing.list-ended", ...trailOf(actorId, id), before: { name } });
      }),

    /** @throws InvalidCursor */
    async entries({ id, q, cursor }: { id: string; q?: string | undefined; cursor?: string | undefined }) {
      const page = { listId: id, sku: q?.trim() || null, after: readCursor(cursor), now: clock() };
      const found = await priceLists.entries({ ...page, limit: ENTRIES_PER_PAGE + 1 });
      const entries = found.slice(0, ENTRIES_PER_PAGE);
      const last = found.length > entries.length ? entries.at(-1) : undefined;
      return { entries, nextCursor: last ? `${last.variantId}_${last.id}` : null };
    },

    /** All or none. @throws StaleVersion @throws UnknownSkus @throws ListConflict @throws InvalidPricePeriod @throws NotFound */
    setEntries: (actorId: string, { id, version, entries }: Named & { entries: readonly EntrySetting[] }) =>
      transact(async (scope) => {
        const { name } = await lockSeen(scope, { id, version });
        const keys = await keysOf(scope, entries);
        const plans = await scope.priceLists.entryPlans(id, keys, clock());
        const edits = entries.map((entry, index) => {
          const key = keys[index] ?? { variantId: "", ...entry };
          return {
            variantId: key.variantId,
            currency: key.currency,
            minQuantity: key.minQuantity,
            ...editOf(plans[index] ?? [], entry, { variantId: key.variantId, now: clock() }),
          };
        });
        await scope.priceLists.applyEntries(id, edits);
        await scope.priceLists.save({ id, name, version: version + 1 });
        await scope.audit.record(
          ...entries.map((after) => ({ action: "pricing.entry-set" as const, ...trailOf(actorId, id), after })),
        );
        return get(scope.priceLists, id);
      }),
  };
}
export type PriceListService = ReturnType<typeof createPriceListService>;

/** @throws UnknownSkus */
async function keysOf({ priceLists }: Scope, entries: readonly EntrySetting[]): Promise<EntryKey[]> {
  const ids = await priceLists.variantsBySku([...new Set(entries.map(({ sku }) => sku))]);
  const unknown = entries.filter(({ sku }) => !ids.has(sku)).map(({ sku }) => sku);
  if (unknown.length > 0) throw new UnknownSkus({ skus: unknown.slice(0, 20) });
  return entries.map(({ sku, currency, minQuantity }) => ({ variantId: ids.get(sku) ?? "", currency, minQuantity }));
}

/** @throws ListConflict @throws InvalidPricePeriod */
function editOf(
  plan: readonly PlannedPrice[],
  entry: EntrySetting,
  { variantId, now }: { variantId: string; now: Date },
): PlanEdit {
  const { sku, currency, amount } = entry;
  const from = entry.from === null ? now : new Date(entry.from);
  const until = entry.until === null ? null : new Date(entry.until);
  if (from < now || (until && until <= from)) throw new InvalidPricePeriod({});
  if (amount === null || (entry.from === null && until === null)) {
    const seenId = priceAt(plan, now)?.id ?? null;
    return setNow(plan, {
      variantId,
      currency,
      seenId,
      wanted: amount === null ? null : { amount, compareAt: null },
      now,
    });
  }
  try {
    return schedule(plan, { amount, compareAt: null, from, until }, { variantId, currency });
  } catch (error) {
    if (!(error instanceof PeriodOverlap)) throw error;
    throw new ListConflict({ clash: { kind: "entry", sku, price: error.details.clash } });
  }
}

/** What has begun already goes on from now. @throws InvalidPricePeriod */
function datedTerm({ groupId, country, priority, from, until }: ListTerm, now: Date): DatedTerm {
  const begin = from === null || new Date(from) < now ? now : new Date(from);
  const end = until === null ? null : new Date(until);
  if (end && end <= begin) throw new InvalidPricePeriod({});
  return { groupId, country, priority, from: begin, until: end };
}

const CURSOR = /^([0-9a-f-]{36})_([0-9a-f-]{36})$/;

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [, variantId, id] = CURSOR.exec(cursor) ?? [];
  if (!variantId || !id) throw new InvalidCursor({});
  return { variantId, id };
}
