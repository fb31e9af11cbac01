import { type Audit, type Clock, StaleVersion, type Transact } from "@vitrina/domain/core";
import { type Drift, type DriftRepair, MOST_DRIFTS } from "./drift.ts";

/** The books of one level, locked. */
export type LevelBooks = Pick<Drift, "onHand" | "moved" | "reserved" | "held">;
/** Where the next part of a check begins. */
export interface CheckedLevel {
  variantId: string;
  locationId: string;
}

export interface DriftReader {
  /** Those that the last check found; at most `limit`, the oldest first. */
  list(limit: number): Promise<Drift[]>;
  /** Looks at so many levels after that one and keeps what is wrong; answers those that are new, and the last level looked at. */
  check(after: CheckedLevel | null, now: Date): Promise<{ found: CheckedLevel[]; last: CheckedLevel | null }>;
}
export interface DriftRepository extends DriftReader {
  lockBooks(level: CheckedLevel): Promise<LevelBooks | null>;
  /** Sets reserved to the holds and on hand to the movements, a last one of them first where they promise more than they have. */
  repair(level: CheckedLevel, by: { actor: string; note: string }): Promise<void>;
}

interface Dependencies {
  drifts: DriftReader;
  transact: Transact<{ drifts: DriftRepository; audit: Audit }>;
  clock: Clock;
}

/** Level = sum of its movements, reserved = sum of its holds: looked after, and set right by people only (INV-10). */
export function createReconcileService({ drifts, transact, clock }: Dependencies) {
  return {
    list: () => drifts.list(MOST_DRIFTS),

    /** Looks at every level, a part at a time; answers those that drifted since the last time. */
    async check(): Promise<CheckedLevel[]> {
      const found: CheckedLevel[] = [];
      let last: CheckedLevel | null = null;
      do {
        const part = await drifts.check(last, clock());
        found.push(...part.found);
        last = part.last;
      } while (last);
      return found;
    },

    /** @throws StaleVersion when the level is no longer what was seen, or has come right */
    repair: (actorId: string, { reason, onHand, reserved, ...level }: DriftRepair): Promise<void> =>
      transact(async ({ drifts, audit }) => {
        const books = await drifts.lockBooks(level);
        if (!books || books.onHand !== onHand || books.reserved !== reserved || isSound(books))
          throw new StaleVersion({ what: "level", current: 0 });
        await drifts.repair(level, { actor: actorId, note: reason });
        await audit.record({
          action: "inventory.drift-repaired",
          actor: { kind: "user", id: actorId },
          subject: { kind: "variant", id: level.variantId },
          before: { locationId: level.locationId, onHand, reserved },
          after: { locationId: level.locationId, onHand: Math.max(books.moved, books.held), reserved: books.held },
          reason,
        });
      }),
  };
}
export type ReconcileService = ReturnType<typeof createReconcileService>;

const isSound = ({ onHand, moved, reserved, held }: LevelBooks): boolean => onHand === moved && reserved === held;
