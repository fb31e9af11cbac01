import type { Audit, Transact } from "@vitrina/domain/core";
import type { StockRoomReader, StockRoomRepository } from "./stock-room.repository.ts";

interface Dependencies {
  room: StockRoomReader;
  transact: Transact<{ room: StockRoomRepository; audit: Audit }>;
}

/** Safety stock of many variants at once (CAT-14, INV-04); how they are back-ordered stays. */
export const createSafetyStocks = ({ room, transact }: Dependencies) => ({
  /** Pieces kept back, by variant. */
  read: room.safetyStocks,

  set: (actorId: string, wanted: readonly { variantId: string; pieces: number }[]): Promise<void> =>
    transact(async ({ room, audit }) => {
      const before = await room.safetyStocks(wanted.map(({ variantId }) => variantId));
      await room.saveSafetyStocks(wanted);
      await audit.record(
        ...wanted.map(({ variantId, pieces }) => ({
          action: "inventory.policy-set" as const,
          actor: { kind: "user" as const, id: actorId },
          subject: { kind: "variant", id: variantId },
          before: { safetyStock: before.get(variantId) ?? 0 },
          after: { safetyStock: pieces },
        })),
      );
    }),
});
