import type { Offer } from "@vitrina/domain/catalog";
import type { Currency, Transact } from "@vitrina/domain/core";
import { HOME_COUNTRY } from "@vitrina/domain/pricing";
import type { PromotionTerms } from "@vitrina/domain/promotions";
import type { CartOwner, CartRepository, Moment } from "./cart.repository.ts";
import type { StandingCart } from "./standing.ts";

interface KeptCart extends Pick<StandingCart, "id" | "version" | "currency"> {
  owner: string;
  expiresAt: Date;
  lines: { variantId: string; quantity: number; seenAmount: number | null }[];
  codes: string[];
}
export interface Goods {
  offer: Offer;
  prices: Partial<Record<Currency, number>>;
  onHand: number;
}

/** The room's tables and its neighbours' in memory: what `cart.repository.ts` promises, without PostgreSQL. */
export function fakeCarts() {
  const state = { carts: [] as KeptCart[], goods: new Map<string, Goods>(), codes: new Map<string, PromotionTerms>() };
  const open = (owner: CartOwner, now: Date) =>
    state.carts.find((cart) => cart.owner === keyOf(owner) && cart.expiresAt > now);
  const priceOf = (variantId: string, currency: Currency) => state.goods.get(variantId)?.prices[currency] ?? null;

  const stand = ({ id, version, currency, lines, codes }: KeptCart): StandingCart => ({
    id,
    version,
    currency,
    lines: lines.flatMap(({ variantId, quantity, seenAmount }) => {
      const goods = state.goods.get(variantId);
      const unitAmount = priceOf(variantId, currency);
      return goods
        ? [
            {
              offer: goods.offer,
              quantity,
              unitAmount,
              compareAt: null,
              list: null,
              conversion: null,
              promised: null,
              seenAmount,
              available: goods.onHand,
            },
          ]
        : [];
    }),
    codes: codes.map((code) => ({ code, terms: state.codes.get(code) ?? null })),
    taxRates: [{ country: HOME_COUNTRY.RUB, region: "", taxClass: "standard", rateBasisPoints: 2_200, included: true }],
  });
  const change = async (owner: CartOwner, { now, expiresAt }: Moment, work: (cart: KeptCart) => void) => {
    const cart = open(owner, now);
    if (!cart) return null;
    Object.assign(cart, { version: cart.version + 1, expiresAt });
    work(cart);
    return stand(cart);
  };
  const put = (cart: KeptCart, variantId: string, quantity: number) => {
    const seenAmount = priceOf(variantId, cart.currency);
    const line = cart.lines.find((kept) => kept.variantId === variantId);
    if (line) Object.assign(line, { quantity, seenAmount });
    else cart.lines.push({ variantId, quantity, seenAmount });
  };

  const carts: CartRepository = {
    find: async (owner, now) => {
      const cart = open(owner, now);
      return cart ? stand(cart) : null;
    },
    lock: (owner, now) => carts.find(owner, now),
    async begin(owner, { id, currency, now, expiresAt }) {
      if (open(owner, now)) return;
      const empty = { version: 0, lines: [], codes: [] };
      state.carts.push({ ...empty, id, owner: keyOf(owner), currency, expiresAt });
    },
    async addToLine(owner, { variantId, quantity, limit, ...moment }) {
      let added = false;
      const cart = await change(owner, moment, (kept) => {
        const wanted = (kept.lines.find((line) => line.variantId === variantId)?.quantity ?? 0) + quantity;
        added = wanted <= limit;
        if (added) put(kept, variantId, wanted);
      });
      return cart && { cart, added };
    },
    async setLine(owner, { variantId, quantity, version, ...moment }) {
      if (open(owner, moment.now)?.version !== version) return null;
      return change(owner, moment, (kept) => {
        if (quantity > 0) put(kept, variantId, quantity);
        else kept.lines = kept.lines.filter((line) => line.variantId !== variantId);
      });
    },
    addCode: (owner, { code, ...moment }) =>
      change(owner, moment, (kept) => {
        if (!kept.codes.includes(code)) kept.codes.push(code);
      }),
    async removeCode(owner, { code, ...moment }) {
      const removed = open(owner, moment.now)?.codes.includes(code) ?? false;
      const cart = await change(owner, moment, (kept) => {
        kept.codes = kept.codes.filter((known) => known !== code);
      });
      return cart && { cart, removed };
    },
    changeCurrency: (owner, { currency, ...moment }) =>
      change(owner, moment, (kept) => {
        kept.currency = currency;
        kept.lines = kept.lines.map((line) => ({ ...line, seenAmount: null }));
      }),
    merge: (owner, { lines, codes, ...moment }) =>
      change(owner, moment, (kept) => {
        for (const { variantId, quantity } of lines) put(kept, variantId, quantity);
        kept.codes.push(...codes);
      }),
    async forget(cartId) {
      state.carts = state.carts.filter((cart) => cart.id !== cartId);
    },
    async forgetExpired(now) {
      const before = state.carts.length;
      state.carts = state.carts.filter((cart) => cart.expiresAt > now);
      return before - state.carts.length;
    },
  };

  const transact: Transact<{ carts: CartRepository; stock: { release(holderId: string): Promise<void> } }> = async (
    work,
  ) => {
    const before = structuredClone(state.carts);
    try {
      return await work({ carts, stock: { release: async () => {} } });
    } catch (error) {
      state.carts = before;
      throw error;
    }
  };
  return { carts, transact, goods: state.goods, codes: state.codes };
}

const keyOf = (owner: CartOwner) => ("userId" in owner ? `user:${owner.userId}` : `guest:${owner.secretHash.join()}`);
