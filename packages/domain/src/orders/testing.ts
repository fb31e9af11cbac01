import { assertNothingShort, type Demand, findShortages } from "@vitrina/domain/inventory";
import { aPostalAddress } from "@vitrina/domain/users/testing";
import { placedOrder } from "./checkout.service.ts";
import type { DeliveryMethod } from "./delivery.ts";
import type { Address, Order, Placement } from "./order.ts";
import type { OrderStates } from "./order-states.ts";
import type {
  CheckoutLine,
  CheckoutMaterial,
  CheckoutRepository,
  NewOrder,
  OrdersRepository,
} from "./orders.repository.ts";
import type { PaymentsRepository } from "./payment.service.ts";
import type { Payment } from "./payment.ts";

export { type Fault, fakePaymentProvider } from "./payment.fake.ts";

export const anAddress = (changes: Partial<Address> = {}): Address => ({ ...aPostalAddress(), note: "", ...changes });

export const aDeliveryMethod = (changes: Partial<DeliveryMethod> = {}): DeliveryMethod => ({
  code: "courier",
  name: { ru: "Курьер", en: "Courier" },
  prices: { RUB: 39_000 },
  freeFrom: {},
  minDays: 1,
  maxDays: 3,
  ...changes,
});

export const aCheckoutLine = (changes: Partial<CheckoutLine> = {}): CheckoutLine => ({
  variantId: "0196b8c0-0000-7000-8000-000000000001",
  quantity: 1,
  productId: "0196b8c0-0000-7000-8000-000000000002",
  slug: "kruzhka",
  sku: "MUG-1",
  name: { ru: "Кружка", en: "Mug" },
  optionNames: [],
  picture: { kind: "local", location: "mug", alt: {}, width: 1200, height: 1200 },
  taxClass: "standard",
  published: true,
  unitAmount: 150_000,
  conversion: null,
  promised: null,
  available: 1000,
  ...changes,
});

export const checkoutMaterial = (changes: Partial<CheckoutMaterial> = {}): CheckoutMaterial => ({
  number: "100001",
  cart: { id: "0196b8c0-0000-7000-8000-0000000000cc", version: 1, currency: "RUB", userId: null },
  heldUntil: null,
  parcels: 1,
  lines: [aCheckoutLine()],
  codes: [],
  taxRates: [],
  deliveryMethods: [aDeliveryMethod()],
  ...changes,
});

export const aPlacement = (quoteHash: string): Placement => ({
  email: "anna@example.com",
  address: anAddress(),
  keepAddress: false,
  together: false,
  deliveryCode: "courier",
  paymentMethod: "on-delivery",
  consent: { personalData: true, textVersion: "2026-11", marketing: false },
  quoteHash,
});

/** A checkout in memory: one cart, and stock where a test says how much there is. */
export function fakeCheckout(material: CheckoutMaterial | null) {
  const placed: NewOrder[] = [];
  const stock = new Map<string, number>();
  const repository: CheckoutRepository = {
    lockMaterial: async () => (placed.length === 0 ? material : null),
    place: async (order) => void placed.push(order),
    async findPlaced(_, quoteHash) {
      const order = placed.find((each) => each.quoteHash === quoteHash);
      return order ? placedOrder(order) : null;
    },
  };
  const hold = async (_: string, demands: readonly Demand[], { until }: { until: Date }) => {
    const left = demands.map(({ variantId }) => [variantId, stock.get(variantId) ?? 1000] as const);
    assertNothingShort(findShortages(demands, new Map(left)));
    return { until, parcels: 1 };
  };
  return { ...repository, hold, placed, stock };
}

export const aPayment = (changes: Partial<Payment> = {}): Payment => ({
  id: "0196b8c0-0000-7000-8000-0000000000ee",
  orderId: "0196b8c0-0000-7000-8000-0000000000dd",
  provider: "fake",
  status: "pending",
  amount: 189_000,
  currency: "RUB",
  reference: null,
  ...changes,
});

/** One payment of one order, in memory. */
export function fakePayments(payment: Payment, states: OrderStates) {
  let current = payment;
  let order = states;
  const events: string[] = [];
  const payments: PaymentsRepository = {
    findLive: async (orderId) => (orderId === current.orderId ? current : null),
    lock: async (id) => (id === current.id ? { payment: current, order } : null),
    async save(changed) {
      current = changed;
    },
  };
  const orders: Pick<OrdersRepository, "saveMove"> = {
    async saveMove(change) {
      order = change.states;
      events.push(...change.events);
    },
  };
  return { payments, orders, state: () => ({ payment: current, order, events }) };
}

export const anOrder = (changes: Partial<Order> = {}): Order => ({
  id: "0196b8c0-0000-7000-8000-0000000000dd",
  number: "100001",
  email: "anna@example.com",
  currency: "RUB",
  state: "placed",
  paymentState: "pending",
  fulfilmentState: "unfulfilled",
  lines: [
    {
      productId: "0196b8c0-0000-7000-8000-000000000002",
      variantId: "0196b8c0-0000-7000-8000-000000000001",
      sku: "MUG-1",
      name: { ru: "Кружка", en: "Mug" },
      optionNames: [{ option: { ru: "Цвет", en: "Colour" }, value: { ru: "зелёный", en: "green" } }],
      picture: "mug",
      slug: "kruzhka",
      quantity: 2,
      unitAmount: 150_000,
      discount: 30_000,
      tax: 0,
      total: 270_000,
    },
  ],
  totals: {
    currency: "RUB",
    items: 300_000,
    discount: 30_000,
    delivery: 39_000,
    tax: 0,
    taxIncluded: true,
    total: 309_000,
  },
  delivery: {
    code: "courier",
    name: { ru: "Курьер", en: "Courier" },
    amount: 39_000,
    from: "2026-03-02",
    to: "2026-03-04",
  },
  paymentMethod: "on-delivery",
  address: anAddress(),
  promotions: [{ code: "SPRING", name: { ru: "Весна" }, amount: 30_000, obstacle: null }],
  rates: [],
  timeline: [{ type: "placed", at: "2026-03-01T12:00:00.000Z" }],
  placedAt: "2026-03-01T12:00:00.000Z",
  version: 1,
  ...changes,
});
