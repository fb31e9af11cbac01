import { type Clock, type Currency, type NewId, NotFound, type Transact } from "@vitrina/domain/core";
import type { StockRepository } from "@vitrina/domain/inventory";
import { canonicalCode, CodeNotOnCart } from "@vitrina/domain/promotions";
import { type CartLine, type CartView, MAX_QUANTITY, type MergeReport } from "./cart.ts";
import { StaleCart } from "./cart.errors.ts";
import type { CartOwner, CartRepository, Moment } from "./cart.repository.ts";
import { assertAdded, assertCodeAllowed, assertLineAllowed } from "./cart-rules.ts";
import { showCart, showNoCart } from "./cart-view.ts";
import { mergeCarts } from "./merge.ts";
import type { StandingCart } from "./standing.ts";

const DAY = 86_400_000;
const GUEST_DAYS = 30;
const CUSTOMER_DAYS = 180;

interface Scope {
  carts: CartRepository;
  stock: Pick<StockRepository, "release">;
}
interface Dependencies {
  carts: Pick<CartRepository, "find">;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
  /** Amount of goods from which some delivery is free in the currency's home country; null when none ever is. */
  freeDeliveryFrom?: (currency: Currency) => Promise<number | null>;
}

type Item = Pick<CartLine, "variantId" | "quantity">;
/** `newcomer` says who owns the cart that is begun when `owner` has none; the same one, however often it is asked. */
interface Shopper {
  owner: CartOwner | null;
  newcomer: () => CartOwner;
}
type GuestOwner = Extract<CartOwner, { secretHash: Uint8Array }>;
type Change = (carts: CartRepository, owner: CartOwner, moment: Moment) => Promise<StandingCart | null>;

export function createCartService({ carts, transact, clock, newId, freeDeliveryFrom }: Dependencies) {
  const surroundings = async (currency: Currency) => ({
    now: clock(),
    freeDeliveryFrom: (await freeDeliveryFrom?.(currency)) ?? null,
  });
  const show = async (cart: StandingCart): Promise<CartView> => showCart(cart, await surroundings(cart.currency));
  const view = async (owner: CartOwner | null, currency: Currency): Promise<CartView> => {
    const cart = owner && (await carts.find(owner, clock()));
    return cart ? show(cart) : showNoCart(currency, await surroundings(currency));
  };
  const changeOpen = (owner: CartOwner | null, change: Change) =>
    transact(async ({ carts }) => {
      const cart = owner && (await change(carts, owner, momentOf(owner, clock())));
      if (!cart) throw new NotFound({ what: "cart" });
      return show(cart);
    });

  return {
    /** CART-01, -04: reading never begins a cart; `currency` is that of a cart not yet begun. */
    view,

    /**
     * CART-02: additions commute; the first begins the cart. Answers also whose cart it is now.
     * @throws NotSellable @throws OutOfStock @throws QuantityLimitReached @throws LineLimitReached
     */
    addItem: ({ owner, newcomer }: Shopper, { variantId, quantity, currency }: Item & { currency: Currency }) =>
      transact(async ({ carts }) => {
        const add = (to: CartOwner) =>
          carts.addToLine(to, { variantId, quantity, limit: MAX_QUANTITY, ...momentOf(to, clock()) });
        let keeper = owner;
        let addition = keeper && (await add(keeper));
        if (!keeper || !addition) {
          keeper = newcomer();
          await carts.begin(keeper, { id: newId(), currency, ...momentOf(keeper, clock()) });
          addition = await add(keeper);
        }
        if (!addition) throw new Error("A cart just begun is not open.");
        assertAdded(addition.added);
        assertLineAllowed(addition.cart, variantId);
        return { cart: await show(addition.cart), owner: keeper };
      }),

    /** CART-03, -07: 0 removes. @throws StaleCart with the fresh cart @throws OutOfStock @throws NotSellable */
    changeQuantity: (owner: CartOwner | null, { variantId, quantity, version }: Item & { version: number }) =>
      changeOpen(owner, async (carts, of, moment) => {
        const cart = await carts.setLine(of, { variantId, quantity, version, ...moment });
        const fresh = cart ? null : await carts.find(of, moment.now);
        if (fresh) throw new StaleCart({ cart: await show(fresh) });
        if (cart && quantity > 0) assertLineAllowed(cart, variantId);
        return cart;
      }),

    /** PRM-06. @throws CodeRefused with the reason @throws CodeLimitReached */
    enterCode: (owner: CartOwner | null, typed: string) => {
      const code = canonicalCode(typed);
      return changeOpen(owner, async (carts, of, moment) => {
        const cart = await carts.addCode(of, { code, ...moment });
        if (cart) assertCodeAllowed(cart, { code, now: moment.now });
        return cart;
      });
    },

    /** PRM-07: the others are judged anew. @throws CodeNotOnCart */
    removeCode: (owner: CartOwner | null, typed: string) => {
      const code = canonicalCode(typed);
      return changeOpen(owner, async (carts, of, moment) => {
        const change = await carts.removeCode(of, { code, ...moment });
        if (change && !change.removed) throw new CodeNotOnCart({ code });
        return change && change.cart;
      });
    },

    /** Reprices the cart; a cart not yet begun has nothing to change. */
    changeCurrency: (owner: CartOwner | null, currency: Currency) =>
      transact(async ({ carts }) => {
        const cart = owner && (await carts.changeCurrency(owner, { currency, ...momentOf(owner, clock()) }));
        return cart ? show(cart) : view(null, currency);
      }),

    /** CART-08: one transaction; twice is once. `currency` is that of a cart not yet begun. */
    claimGuestCart: (userId: string, guest: GuestOwner | null, currency: Currency) =>
      transact(async ({ carts, stock }): Promise<{ cart: CartView; report: MergeReport }> => {
        const owner = { userId };
        const moment = momentOf(owner, clock());
        const theirs = guest && (await carts.lock(guest, moment.now));
        if (!theirs) return { cart: await view(owner, currency), report: { merged: false, changes: [] } };
        await carts.begin(owner, { id: newId(), currency: theirs.currency, ...moment });
        const mine = await carts.lock(owner, moment.now);
        if (!mine) throw new Error("A cart just begun is not open.");
        const { changes, ...merge } = mergeCarts(mine, theirs);
        await carts.forget(theirs.id);
        await stock.release(theirs.id);
        const merged = (await carts.merge(owner, { ...merge, ...moment })) ?? mine;
        return { cart: await show(merged), report: { merged: theirs.lines.length > 0, changes } };
      }),

    /** Forgets carts nobody came back to; answers how many. */
    forgetExpired: (now: Date, limit: number) => transact(({ carts }) => carts.forgetExpired(now, limit)),
  };
}
export type CartService = ReturnType<typeof createCartService>;

/** Kept to the end of a day (UTC): an instant that stays the same all day spares each change the upkeep of its indexes. */
const momentOf = (owner: CartOwner, now: Date): Moment => {
  const days = "userId" in owner ? CUSTOMER_DAYS : GUEST_DAYS;
  return { now, expiresAt: new Date((Math.floor(now.getTime() / DAY) + days + 1) * DAY) };
};
