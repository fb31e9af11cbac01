import {
  type Audit,
  changesBetween,
  type Clock,
  InvalidCursor,
  MOST_COUNTED,
  NotFound,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import type { Availability } from "./availability.ts";
import { BelowReserved, CountOvertaken, NegativeOnHand } from "./inventory.errors.ts";
import { lowStockCursor, readLowStockCursor, SOLD_OVER } from "./low-stock.ts";
import type { Movement, MovementKind, ShelfCount, StockAdjustment, StockReceipt } from "./movement.ts";
import { NO_POLICY, type StockPolicy } from "./policy.ts";
import { ITEMS_PER_PAGE, MOST_HOLDS, MOVEMENTS_PER_PAGE, type StockLevel } from "./stock-item.ts";
import type { StockRoomReader, StockRoomRepository } from "./stock-room.repository.ts";

interface Scope {
  room: StockRoomRepository;
  audit: Audit;
}
interface Dependencies {
  room: StockRoomReader;
  transact: Transact<Scope>;
  clock: Clock;
  /** Ids of products that a text is about, the best first. */
  findProducts(text: string): Promise<string[]>;
  availabilityOf(variantIds: readonly string[]): Promise<ReadonlyMap<string, Availability>>;
  /** Names of people by their ids; who is gone has none. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
interface Act {
  variantId: string;
  locationId: string;
  kind: MovementKind;
  reference?: string | undefined;
  note?: string | undefined;
}

/** Stock as staff see and change it: receive, adjust, count, and what moved it (INV-02). */
export function createStockRoomService({ room, transact, findProducts, availabilityOf, namesOf, clock }: Dependencies) {
  /** Changes one level by what `judge` answers of it. */
  const change = (actorId: string, act: Act, judge: (level: StockLevel) => number): Promise<StockLevel> =>
    transact(async ({ room, audit }) => {
      const { variantId, locationId, kind, reference = null, note = null } = act;
      const level = await room.lockLevel(variantId, locationId);
      if (!level) throw new NotFound({ what: "level" });
      const delta = judge(level);
      const onHand = level.onHand + delta;
      if (delta === 0) return level;
      await room.move([{ variantId, locationId, delta }], { kind, actor: actorId, reference, note });
      await audit.record({
        action: `inventory.${kind}`,
        actor: { kind: "user", id: actorId },
        subject: { kind: "variant", id: variantId },
        before: { locationId, onHand: level.onHand },
        after: { locationId, onHand },
        ...(note !== null && { reason: note }),
      });
      return { ...level, onHand };
    });

  const named = async (movements: readonly Movement[]) => {
    const people = movements.map(({ actor }) => actor).filter(isPerson);
    const names = await namesOf([...new Set(people)]);
    return movements.map((movement) => ({ ...movement, actorName: names.get(movement.actor) ?? null }));
  };

  /** Sales count from then on. */
  const soldSince = () => new Date(clock().getTime() - SOLD_OVER * 24 * 3_600_000);

  return {
    /** Variants with their levels, by SKU; `q` is the beginning of a SKU, a barcode or words of the product. @throws InvalidCursor */
    async list({ q, cursor }: { q?: string | undefined; cursor?: string | undefined }) {
      const text = q?.trim();
      const wanted = text ? { text, productIds: await findProducts(text) } : undefined;
      const found = await room.items({ wanted, after: cursor ?? null, limit: ITEMS_PER_PAGE + 1 });
      const items = found.slice(0, ITEMS_PER_PAGE);
      return { items, nextCursor: found.length > items.length ? (items.at(-1)?.sku ?? null) : null };
    },

    /** What will be sold out within two weeks at the pace of the last four, the first of them first. @throws InvalidCursor */
    async low({ locationId = null, cursor }: { locationId?: string | null | undefined; cursor?: string | undefined }) {
      const after = readLowStockCursor(cursor);
      const found = await room.lowStock({ locationId, since: soldSince(), after, limit: ITEMS_PER_PAGE + 1 });
      const items = found.slice(0, ITEMS_PER_PAGE);
      const last = items.at(-1);
      return { items, nextCursor: last && found.length > items.length ? lowStockCursor(last) : null };
    },

    /** How many articles run low. */
    waiting: async () => ({ low: await room.countLowStock(soldSince(), MOST_COUNTED) }),

    /** @throws NotFound */
    async get(variantId: string) {
      const item = await room.find(variantId);
      if (!item) throw new NotFound({ what: "variant" });
      const holds = await room.holds(variantId, MOST_HOLDS);
      const policy = (await room.findPolicy(variantId)) ?? NO_POLICY;
      const availability = (await availabilityOf([variantId])).get(variantId) ?? { inStock: false, left: 0 };
      return { ...item, holds, policy, availability };
    },

    /** Safety stock and back-orders of a variant (INV-04, INV-08). @throws NotFound @throws StaleVersion */
    setPolicy: (actorId: string, { variantId, ...policy }: StockPolicy & { variantId: string }): Promise<StockPolicy> =>
      transact(async ({ room, audit }) => {
        const former = (await room.findPolicy(variantId)) ?? NO_POLICY;
        if (!(await room.savePolicy(variantId, policy))) {
          if (!(await room.find(variantId))) throw new NotFound({ what: "variant" });
          throw new StaleVersion({ what: "policy", current: former.version });
        }
        await audit.record({
          action: "inventory.policy-set",
          actor: { kind: "user", id: actorId },
          subject: { kind: "variant", id: variantId },
          ...changesBetween<Omit<StockPolicy, "version">>(former, policy),
        });
        return { ...policy, version: policy.version + 1 };
      }),

    /** What moved a variant, the newest first. @throws InvalidCursor */
    async movements({ variantId, cursor }: { variantId: string; cursor?: string | undefined }) {
      const before = readCursor(cursor);
      const found = await room.movements({ variantId, before, limit: MOVEMENTS_PER_PAGE + 1 });
      const page = found.slice(0, MOVEMENTS_PER_PAGE);
      const last = page.at(-1);
      return {
        movements: await named(page),
        nextCursor: last && found.length > page.length ? String(last.id) : null,
      };
    },

    /** @throws NotFound */
    receive: (actorId: string, { quantity, ...receipt }: StockReceipt) =>
      change(actorId, { ...receipt, kind: "received" }, () => quantity),

    /** Two at once add up. @throws NotFound @throws NegativeOnHand @throws BelowReserved */
    adjust: (actorId: string, { delta, ...adjustment }: StockAdjustment) =>
      change(actorId, { ...adjustment, kind: "adjusted" }, (level) => {
        assertLeft(level, level.onHand + delta);
        return delta;
      }),

    /** @throws NotFound @throws CountOvertaken @throws BelowReserved */
    count: (actorId: string, { counted, seen, ...count }: ShelfCount) =>
      change(actorId, { ...count, kind: "counted" }, (level) => {
        if (level.onHand !== seen) throw new CountOvertaken({ onHand: level.onHand });
        assertLeft(level, counted);
        return counted - level.onHand;
      }),
  };
}
export type StockRoomService = ReturnType<typeof createStockRoomService>;

function assertLeft({ onHand, reserved }: StockLevel, left: number): void {
  if (left < 0) throw new NegativeOnHand({ onHand });
  if (left < reserved) throw new BelowReserved({ reserved });
}

const PERSON = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isPerson = (actor: string): boolean => PERSON.test(actor);

function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  if (!/^\d{1,15}$/.test(cursor)) throw new InvalidCursor({});
  return Number(cursor);
}
