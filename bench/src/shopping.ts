import { randomInt, randomUUID } from "node:crypto";
import { type Answer, type Ask, type Lane, openLane, type Workload } from "./load.ts";
import type { Goods } from "./shelf.ts";

/** Goods added to one cart before the next shopper comes. */
const ITEMS = 3;

const ADDRESS = {
  fullName: "Анна Иванова",
  phone: "+79123456789",
  country: "RU",
  city: "Москва",
  postcode: "101000",
  street: "Мясницкая, 1",
};
const EMAIL = "bench@vitrina.example";

export const query = (name: string, input: object): Ask => ({
  path: `/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
  headers: { "x-realm": "api" },
});
/** Of a network that hardly anybody else has: the shop limits what one network may do. */
export const fromAnywhere = () => ({ "x-forwarded-for": `10.${randomInt(256)}.${randomInt(256)}.7` });
export const mutation = (name: string, body: object, headers: Record<string, string>): Ask => ({
  method: "POST",
  path: `/trpc/${name}`,
  headers: { "x-realm": "api", "idempotency-key": randomUUID(), ...headers },
  body,
});
export const dataOf = <Data>(answer: Pick<Answer, "text">) =>
  (JSON.parse(answer.text) as { result: { data: Data } }).result.data;

export const secretOf = (added: Answer) => dataOf<{ secret: string }>(added).secret;

/** Evenly spread and the same in every run. */
function endless<Item>(items: readonly Item[]): () => Item {
  let index = 0;
  return () => {
    index = (index + 7) % items.length;
    return items[index] as Item;
  };
}

/** The same work asked of the shop and of the floor. */
export interface Pair {
  name: string;
  shop: Workload;
  floor: Workload;
  /** Before each round; not measured. */
  prepare?: (ports: { shop: number; floor: number }) => Promise<void>;
}

export function pairs(goods: Goods, orders: number): Pair[] {
  return [productPair(goods), listingPair(goods), addPair(goods), placePair(goods, orders)];
}

function productPair({ slugs }: Goods): Pair {
  const [one, other] = [endless(slugs), endless(slugs)];
  return {
    name: "product by slug",
    shop: { next: () => query("search.product", { slug: one(), currency: "RUB" }) },
    floor: { next: () => ({ path: `/product/${other()}` }) },
  };
}

function listingPair({ categories }: Goods): Pair {
  const [one, other] = [endless(categories), endless(categories)];
  let turn = 0;
  return {
    name: "listing page of 24",
    shop: { next: () => query("search.list", { category: one(), currency: "RUB", page: 1 + (turn++ % 2) }) },
    floor: { next: () => ({ path: `/listing/${other()}/${turn++ % 2}` }) },
  };
}

function addPair({ variantIds }: Goods): Pair {
  const [one, other] = [endless(variantIds), endless(variantIds)];
  const carts = { shop: new Map<number, Kept>(), floor: new Map<number, Kept>() };
  return {
    name: "add to cart",
    shop: {
      next(lane) {
        const cart = keptBy(carts.shop, lane);
        return addItem(one(), cart.id);
      },
      after(answer, lane) {
        const cart = keptBy(carts.shop, lane);
        cart.id ??= secretOf(answer);
        cart.items++;
      },
    },
    floor: {
      next(lane) {
        const { id } = keptBy(carts.floor, lane);
        return floorItem(other(), id);
      },
      after(answer, lane) {
        const cart = keptBy(carts.floor, lane);
        cart.id ??= (JSON.parse(answer.text) as { id: string }).id;
        cart.items++;
      },
    },
  };
}

interface Kept {
  id: string | null;
  items: number;
}

function keptBy(carts: Map<number, Kept>, lane: number): Kept {
  const cart = carts.get(lane);
  if (cart && cart.items < ITEMS) return cart;
  const fresh = { id: null, items: 0 };
  carts.set(lane, fresh);
  return fresh;
}

export const addItem = (variantId: string, secret: string | null): Ask =>
  mutation("cart.addItem", { variantId, quantity: 1, currency: "RUB" }, secret ? { "x-cart-secret": secret } : {});

const floorItem = (variantId: string, cart: string | null): Ask => ({
  method: "POST",
  path: "/add",
  body: { cart, variantId, quantity: 1 },
});

/** A shopper who has a quote and only has to agree. */
export interface Checkout {
  secret: string;
  quoteHash: string;
}

/** Puts one item in a new cart and asks for the quote. Null when the goods are gone; anything else but 200 throws. */
export async function checkout(lane: Lane, variantId: string): Promise<Checkout | null> {
  const added = await lane.ask(addItem(variantId, null));
  if (added.status === 409) return null;
  if (added.status !== 200) throw new Error(`cart.addItem: ${added.status} ${added.text}`);
  const secret = secretOf(added);
  const quoted = await lane.ask(
    mutation("orders.startCheckout", { country: "RU" }, { "x-cart-secret": secret, ...fromAnywhere() }),
  );
  if (quoted.status === 409) return null;
  if (quoted.status !== 200) throw new Error(`orders.startCheckout: ${quoted.status} ${quoted.text}`);
  return { secret, quoteHash: dataOf<{ hash: string }>(quoted).hash };
}

export const placement = ({ secret, quoteHash }: Checkout, key: string = randomUUID()): Ask =>
  mutation(
    "orders.placeOrder",
    {
      email: EMAIL,
      address: ADDRESS,
      deliveryCode: "courier",
      paymentMethod: "on-delivery",
      consent: { personalData: true, textVersion: "2026-11" },
      quoteHash,
    },
    { "x-cart-secret": secret, "idempotency-key": key },
  );

/** Both sides have filled carts; the shop's shoppers have seen a quote. */
function placePair({ variantIds }: Goods, orders: number): Pair {
  const [one, other] = [endless(variantIds), endless(variantIds)];
  let ready: Checkout[] = [];
  let carts: string[] = [];
  const filled = async (lane: Lane) => {
    const answer = await lane.ask(floorItem(other(), null));
    return (JSON.parse(answer.text) as { id: string }).id;
  };
  return {
    name: "place order",
    async prepare(ports) {
      [ready, carts] = [[], []];
      await onLanes(ports.shop, 16, async (lane) => {
        while (ready.length < orders) ready.push(...[await checkout(lane, one())].filter((made) => made !== null));
      });
      await onLanes(ports.floor, 16, async (lane) => {
        while (carts.length < orders) carts.push(await filled(lane));
      });
    },
    shop: {
      next() {
        const made = ready.pop();
        return made && placement(made);
      },
    },
    floor: {
      next() {
        const cart = carts.pop();
        return cart ? { method: "POST", path: "/order", body: { cart, email: EMAIL, address: ADDRESS } } : undefined;
      },
    },
  };
}

/** Whole purchases from an empty cart, so many shoppers at once. Returns orders per second. */
export async function purchases(port: number, { variantIds }: Goods, seconds: number): Promise<number> {
  const pick = endless(variantIds);
  const began = performance.now();
  let placed = 0;
  await onLanes(port, 16, async (lane) => {
    while (performance.now() - began < seconds * 1000) {
      const made = await checkout(lane, pick());
      if (!made) continue;
      const { status, text } = await lane.ask(placement(made));
      if (status !== 200) throw new Error(`orders.placeOrder: ${status} ${text}`);
      placed++;
    }
  });
  return (placed / (performance.now() - began)) * 1000;
}

export async function onLanes(port: number, count: number, work: (lane: Lane, index: number) => Promise<void>) {
  const lanes = await Promise.all(Array.from({ length: count }, () => openLane(port)));
  await Promise.all(lanes.map(work));
  for (const lane of lanes) lane.close();
}
