import {
  type Audit,
  type Clock,
  cursorAt,
  type NewId,
  NotFound,
  readPosition,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { MoreThanSent, NotEnough, ReasonMissing, TransferOfUnknown } from "./inventory.errors.ts";
import { TRANSIT } from "./stock.ts";
import {
  type TransferDetails,
  type TransferDraft,
  type TransferLine,
  type TransferReceipt,
  TRANSFERS_PER_PAGE,
} from "./transfer.ts";
import type { TransfersReader, TransfersRepository } from "./transfers.repository.ts";

interface Scope {
  transfers: TransfersRepository;
  audit: Audit;
}
interface Dependencies {
  transfers: TransfersReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
}

/** Goods from one place to another: sent, on their way and not for sale, received (INV-03). */
export function createTransfersService({ transfers, transact, clock, newId }: Dependencies) {
  async function get(reader: TransfersReader, id: string): Promise<TransferDetails> {
    const transfer = await reader.find(id);
    if (!transfer) throw new NotFound({ what: "transfer" });
    return transfer;
  }
  const trailOf = (actorId: string, id: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "transfer", id },
  });

  return {
    /** The latest first. @throws InvalidCursor */
    async list({ cursor }: { cursor?: string | undefined }) {
      const found = await transfers.list({ after: readPosition(cursor), limit: TRANSFERS_PER_PAGE + 1 });
      const page = found.slice(0, TRANSFERS_PER_PAGE);
      const last = page.at(-1);
      return {
        transfers: page,
        nextCursor: last && found.length > page.length ? cursorAt({ at: new Date(last.sentAt), id: last.id }) : null,
      };
    },

    /** @throws NotFound */
    get: (id: string) => get(transfers, id),

    /** What is promised to buyers stays. @throws NotFound @throws TransferOfUnknown @throws NotEnough */
    send: (actorId: string, { fromId, toId, lines, note: told }: TransferDraft) =>
      transact(async ({ transfers, audit }) => {
        const note = told ?? null;
        if (fromId === toId || !(await transfers.lockPlaces([fromId, toId]))) throw new NotFound({ what: "location" });
        const known = await transfers.variantsOf(lines.map(({ sku }) => sku));
        const unknown = lines.flatMap(({ sku }) => (known.has(sku) ? [] : sku));
        if (unknown.length > 0) throw new TransferOfUnknown({ skus: unknown });
        const goods = lines.map(({ sku, quantity }) => ({ variantId: known.get(sku) ?? "", quantity }));
        const id = newId();
        const shortages = await transfers.move(between(fromId, TRANSIT, goods), {
          actor: actorId,
          kind: "sent",
          reference: id,
          note,
        });
        if (shortages.length > 0) throw new NotEnough({ shortages });
        await transfers.add({ id, fromId, toId, note, sentAt: clock(), lines: goods });
        await audit.record({
          action: "inventory.transfer-sent",
          ...trailOf(actorId, id),
          after: { fromId, toId, lines },
          ...(note !== null && { reason: note }),
        });
        return get(transfers, id);
      }),

    /** What did not arrive is written down as lost on the way. @throws NotFound @throws StaleVersion @throws MoreThanSent @throws ReasonMissing */
    receive: (actorId: string, { id, version, lines, note: told }: TransferReceipt) =>
      transact(async ({ transfers, audit }) => {
        const note = told ?? null;
        const transfer = await transfers.lock(id);
        if (!transfer) throw new NotFound({ what: "transfer" });
        if (transfer.version !== version || transfer.state !== "sent")
          throw new StaleVersion({ what: "transfer", current: transfer.version });
        const received = arrivedOf(transfer.lines, lines);
        const missing = transfer.lines.map(({ variantId, sent }) => ({
          variantId,
          quantity: sent - (received.get(variantId) ?? 0),
        }));
        if (note === null && missing.some(({ quantity }) => quantity > 0)) throw new ReasonMissing({});
        const arrived = [...received].map(([variantId, quantity]) => ({ variantId, quantity }));
        await transfers.move(between(TRANSIT, transfer.toId, arrived), {
          actor: actorId,
          kind: "arrived",
          reference: id,
          note,
        });
        await transfers.move(between(TRANSIT, null, missing), { actor: actorId, kind: "lost", reference: id, note });
        await transfers.saveReceived(id, received, clock());
        await audit.record({
          action: "inventory.transfer-received",
          ...trailOf(actorId, id),
          after: { arrived, missing: missing.filter(({ quantity }) => quantity > 0) },
          ...(note !== null && { reason: note }),
        });
        return get(transfers, id);
      }),
  };
}
export type TransfersService = ReturnType<typeof createTransfersService>;

/** Out of one place and into another; into none, they are gone. */
const between = (fromId: string, toId: string | null, goods: readonly { variantId: string; quantity: number }[]) =>
  goods
    .filter(({ quantity }) => quantity > 0)
    .flatMap(({ variantId, quantity }) => [
      { variantId, locationId: fromId, delta: -quantity },
      ...(toId === null ? [] : [{ variantId, locationId: toId, delta: quantity }]),
    ]);

/** Pieces that arrived by variant. @throws NotFound @throws MoreThanSent */
function arrivedOf(sent: readonly TransferLine[], told: TransferReceipt["lines"]): Map<string, number> {
  const arrived = new Map(sent.map((line) => [line.variantId, line.sent]));
  for (const { variantId, received } of told) {
    const most = arrived.get(variantId);
    if (most === undefined) throw new NotFound({ what: "line" });
    if (received > most) throw new MoreThanSent({ variantId, sent: most });
    arrived.set(variantId, received);
  }
  return arrived;
}
