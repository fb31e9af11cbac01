import {
  type Audit,
  changesBetween,
  type Clock,
  InvalidCursor,
  MOST_COUNTED,
  NotFound,
  type Outbox,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import type { createCheckoutService, OrderTokens } from "./checkout.service.ts";
import type { InventoryService } from "@vitrina/domain/inventory";
import { phonesOf } from "@vitrina/domain/users";
import type { Order, OrderSummary } from "./order.ts";
import type { OrderContact } from "./order-contact.ts";
import { deliver, eventsOf, type OrderStates, ship } from "./order-states.ts";
import type { OrderPosition, OrdersReader, OrdersRepository, WorklistPage } from "./orders.repository.ts";

export const ORDERS_PER_PAGE = 20;
export const WORKLIST_PAGE = 50;
const MOST_BUYERS = 50;

interface Scope {
  orders: OrdersRepository;
  outbox: Outbox;
  audit: Audit;
}

export interface OrdersDependencies {
  orders: OrdersReader;
  transact: Transact<Scope>;
  tokens: OrderTokens;
  clock: Clock;
  inventory: Pick<InventoryService, "ship">;
  checkout: ReturnType<typeof createCheckoutService>;
}

/** Orders after they are placed, and with `checkout` the way there. */
export function createOrdersService({ orders, transact, tokens, clock, inventory, checkout }: OrdersDependencies) {
  const getOrder = async (key: Parameters<OrdersReader["find"]>[0]): Promise<Order> => {
    const order = await orders.find(key);
    if (!order) throw new NotFound({ what: "order" });
    return order;
  };

  const advance = (request: Move): Promise<Order> =>
    transact(async (scope) => {
      const { holderId, number } = await saveMove(scope, request, clock());
      if (request.to === "shipped") await inventory.ship(holderId, { actor: request.actor, reference: number });
      const order = await scope.orders.find({ id: request.id });
      if (!order) throw new NotFound({ what: "order" });
      return order;
    });

  return {
    ...checkout,

    /** A person's orders, the newest first (ORD-01). @throws InvalidCursor */
    async list(userId: string, { cursor }: { cursor?: string | undefined }) {
      const page = { after: readCursor(cursor), limit: ORDERS_PER_PAGE + 1 };
      return pageOf(await orders.list(userId, page), ORDERS_PER_PAGE);
    },

    /** @throws NotFound also when it is someone else's */
    get: (userId: string, id: string) => getOrder({ id, userId }),

    /** A guest's order by its token, never by its number (T-02). @throws NotFound */
    getByToken: (token: string) => getOrder({ accessHash: tokens.hashOf(token) }),

    lastAddress: orders.lastAddress,

    /** What of a person's orders is not over yet. */
    listOpen: orders.listOpen,

    /** Who placed the order of that number, or had one sent to that phone number, however it is written. */
    findBuyers: (text: string) => orders.findBuyers({ number: text, phones: phonesOf(text) }, MOST_BUYERS),

    /** The order that brought this product to this person, for reviews. */
    purchased: orders.findDelivered,

    /** What letters about an order need. */
    async forLetter(id: string) {
      return { order: await getOrder({ id }), token: tokens.tokenOf(id) };
    },

    admin: {
      async list({ cursor, ...query }: { cursor?: string | undefined } & Omit<WorklistPage, "after" | "limit">) {
        const found = await orders.worklist({ ...query, after: readCursor(cursor), limit: WORKLIST_PAGE + 1 });
        return pageOf(found, WORKLIST_PAGE);
      },

      /** How many orders are to be packed. */
      waiting: async () => ({ toShip: await orders.countToShip(MOST_COUNTED) }),

      get: (id: string) => getOrder({ id }),

      /** Whom and where an order goes to; who looked and why is written down, and not what they saw. @throws NotFound */
      revealContact: (actorId: string, { id, reason }: { id: string; reason: string }): Promise<OrderContact> =>
        transact(async (scope) => {
          const { email, address } = await getOrder({ id });
          await scope.audit.record({
            action: "orders.revealed",
            actor: { kind: "user", id: actorId },
            subject: { kind: "order", id },
            reason,
          });
          return { email, address };
        }),

      /** The parcel has left: allocated goods leave the shelf. @throws NotFound @throws StaleVersion @throws IllegalTransition */
      markShipped: (request: Omit<Move, "to">) => advance({ ...request, to: "shipped" }),

      /** Handed over, and paid when it is paid at the door. @throws NotFound @throws StaleVersion @throws IllegalTransition */
      markDelivered: (request: Omit<Move, "to">) => advance({ ...request, to: "delivered" }),
    },
  };
}
export type OrdersService = ReturnType<typeof createOrdersService>;

interface Move {
  id: string;
  /** The version the shopkeeper saw; a newer one refuses the move (T-60). */
  version: number;
  /** User id of the shopkeeper. */
  actor: string;
  to: "shipped" | "delivered";
}

const MOVES: Record<Move["to"], (order: OrderStates) => OrderStates> = { shipped: ship, delivered: deliver };

async function saveMove({ orders, outbox, audit }: Scope, { id, version, actor, to }: Move, at: Date) {
  const order = await orders.lock(id);
  if (!order) throw new NotFound({ what: "order" });
  if (order.version !== version) throw new StaleVersion({ what: "order", current: order.version });
  const states = MOVES[to](order);
  await orders.saveMove({ orderId: id, states, events: eventsOf(order, states), actor, at });
  const topic = to === "shipped" ? "orders.shipped" : "orders.delivered";
  await outbox.publish({ topic, orderId: id, locale: order.locale }, `${topic}:${id}`);
  await audit.record({
    action: topic,
    actor: { kind: "user", id: actor },
    subject: { kind: "order", id },
    ...changesBetween<OrderStates>(order, states),
  });
  return { holderId: order.cartId, number: order.number };
}

function pageOf<Row extends Pick<OrderSummary, "id" | "placedAt">>(found: Row[], size: number) {
  const page = found.slice(0, size);
  const last = page.at(-1);
  return { orders: page, nextCursor: last && found.length > size ? `${last.placedAt}_${last.id}` : null };
}

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string | undefined): OrderPosition | null {
  if (cursor === undefined) return null;
  const [, placedAt, id] = CURSOR.exec(cursor) ?? [];
  const date = new Date(placedAt ?? "");
  if (!id || Number.isNaN(date.getTime())) throw new InvalidCursor({});
  return { placedAt: date, id };
}
