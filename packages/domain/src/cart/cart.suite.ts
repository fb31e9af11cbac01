import type { Currency } from "@vitrina/domain/core";
import { OutOfStock } from "@vitrina/domain/inventory";
import { CodeNotOnCart, CodeRefused, type NewPromotion } from "@vitrina/domain/promotions";
import { expect, test } from "vitest";
import { MAX_CODES, MAX_LINES } from "./cart.ts";
import { CodeLimitReached, LineLimitReached, NotSellable, QuantityLimitReached, StaleCart } from "./cart.errors.ts";
import type { CartOwner } from "./cart.repository.ts";
import type { CartService } from "./cart.service.ts";

/** A shop with goods to fill carts from, on whatever keeps them. */
export interface CartShop {
  cart: CartService;
  /** The shop's clock, which tests may turn. */
  time: { now: Date };
  /** A published cup at 100.00 RUB and 1.00 EUR, ten on the shelf, unless told; answers its variant. */
  offer(goods?: { amount?: number | null; onHand?: number; published?: boolean }): Promise<string>;
  reprice(variantId: string, amount: number): Promise<void>;
  /** A code for ten per cent off, unless told. */
  issue(code: string, terms?: Partial<NewPromotion>): Promise<void>;
  newUser(): CartOwner & { userId: string };
  newGuest(): CartOwner & { secretHash: Uint8Array };
}

/** What every keeper of carts must make true. */
export function cartSuite(open: () => Promise<CartShop>): void {
  const fill = ({ cart }: CartShop, owner: CartOwner) => ({
    add: async (variantId: string, quantity = 1, currency: Currency = "RUB") =>
      (await cart.addItem({ owner, newcomer: owner }, { variantId, quantity, currency })).cart,
    view: () => cart.view(owner, "RUB"),
  });

  test("nobody's cart is empty, costs nothing and is not begun by looking at it", async () => {
    const shop = await open();

    const seen = await shop.cart.view(null, "EUR");

    expect(seen).toMatchObject({
      id: null,
      version: 0,
      currency: "EUR",
      lines: [],
      itemCount: 0,
      totals: { total: 0 },
    });
    expect(await shop.cart.view(shop.newGuest(), "EUR")).toEqual(seen);
  });

  test("the first thing begins the cart, the same thing again joins its line", async () => {
    const shop = await open();
    const { add, view } = fill(shop, shop.newGuest());
    const cup = await shop.offer();

    await add(cup, 2);
    const answer = await add(cup, 3);

    expect(answer).toMatchObject({
      version: 2,
      itemCount: 5,
      lines: [{ variantId: cup, quantity: 5, unitAmount: 100_00, total: 500_00, warnings: [] }],
      totals: { items: 500_00, discount: 0, total: 500_00, tax: 90_16, taxIncluded: true },
    });
    expect(await view()).toEqual(answer);
  });

  test("a guest whose cart nobody knows gets a new one of his own", async () => {
    const shop = await open();
    const [unknown, newcomer] = [shop.newGuest(), shop.newGuest()];

    const { owner } = await shop.cart.addItem(
      { owner: unknown, newcomer },
      { variantId: await shop.offer(), quantity: 1, currency: "RUB" },
    );

    expect(owner).toBe(newcomer);
    expect((await shop.cart.view(unknown, "RUB")).id).toBeNull();
  });

  test("what is not for sale does not get into a cart", async () => {
    const shop = await open();
    const { add, view } = fill(shop, shop.newGuest());
    const hidden = await shop.offer({ published: false });
    const unpriced = await shop.offer({ amount: null });

    for (const variantId of [hidden, unpriced, "0d4b1f6e-6a44-4d43-9d4c-6d8a3d3ad7a1"])
      await expect(add(variantId)).rejects.toThrow(NotSellable);

    expect((await view()).id).toBeNull();
  });

  test("no more than the shelf has, and the shopper hears how many are left", async () => {
    const shop = await open();
    const { add, view } = fill(shop, shop.newGuest());
    const cup = await shop.offer({ onHand: 3 });
    await add(cup, 2);

    const refused = add(cup, 2);

    await expect(refused).rejects.toThrow(OutOfStock);
    await expect(refused).rejects.toMatchObject({ details: { shortages: [{ variantId: cup, wanted: 4, left: 3 }] } });
    expect((await view()).itemCount).toBe(2);
  });

  test("a line holds 999 pieces and not one more", async () => {
    const shop = await open();
    const { add } = fill(shop, shop.newGuest());
    const cup = await shop.offer({ onHand: 5_000 });
    await add(cup, 999);

    await expect(add(cup, 1)).rejects.toThrow(QuantityLimitReached);
  });

  test("a cart holds 200 lines and not one more", async () => {
    const shop = await open();
    const { add } = fill(shop, shop.newGuest());
    for (let line = 0; line < MAX_LINES; line++) await add(await shop.offer());

    await expect(add(await shop.offer())).rejects.toThrow(LineLimitReached);
  });

  test("a quantity is set, and nought takes the line away", async () => {
    const shop = await open();
    const owner = shop.newUser();
    const cup = await shop.offer();
    await fill(shop, owner).add(cup, 5);

    const fewer = await shop.cart.changeQuantity(owner, { variantId: cup, quantity: 2, version: 1 });
    const none = await shop.cart.changeQuantity(owner, { variantId: cup, quantity: 0, version: 2 });

    expect(fewer.lines).toMatchObject([{ quantity: 2, total: 200_00 }]);
    expect(none).toMatchObject({ version: 3, lines: [], totals: { total: 0 } });
  });

  test("a set on a cart that changed meanwhile is refused with the fresh cart", async () => {
    const shop = await open();
    const owner = shop.newUser();
    const cup = await shop.offer();
    await fill(shop, owner).add(cup);
    const fresh = await fill(shop, owner).add(cup);

    const stale = shop.cart.changeQuantity(owner, { variantId: cup, quantity: 9, version: 1 });

    await expect(stale).rejects.toThrow(StaleCart);
    await expect(stale).rejects.toMatchObject({ details: { cart: fresh } });
  });

  test("more than the shelf has cannot be set either", async () => {
    const shop = await open();
    const owner = shop.newUser();
    const cup = await shop.offer({ onHand: 3 });
    await fill(shop, owner).add(cup);

    await expect(shop.cart.changeQuantity(owner, { variantId: cup, quantity: 4, version: 1 })).rejects.toThrow(
      OutOfStock,
    );
  });

  test("a price that moved since the shopper chose is told", async () => {
    const shop = await open();
    const { add, view } = fill(shop, shop.newGuest());
    const cup = await shop.offer();
    await add(cup);

    await shop.reprice(cup, 120_00);

    expect((await view()).lines).toMatchObject([
      { unitAmount: 120_00, warnings: [{ kind: "price-changed", from: 100_00, to: 120_00 }] },
    ]);
    expect((await add(cup)).lines[0]?.warnings).toEqual([]);
  });

  test("codes are entered in any case; the best one counts and every one is explained", async () => {
    const shop = await open();
    const owner = shop.newGuest();
    await fill(shop, owner).add(await shop.offer(), 3);
    await shop.issue("TEN");
    await shop.issue("TWENTY", { basisPoints: 2_000 });
    await shop.issue("LARGE", { minimums: { RUB: 1_000_00 } });

    await shop.cart.enterCode(owner, "ten");
    await shop.cart.enterCode(owner, " large ");
    const both = await shop.cart.enterCode(owner, "Twenty");
    const one = await shop.cart.removeCode(owner, "twenty");

    expect(both.totals).toMatchObject({ items: 300_00, discount: 60_00, total: 240_00 });
    expect(both.lines).toMatchObject([{ discount: 60_00, total: 240_00 }]);
    expect(both.promotions).toMatchObject([
      { code: "TEN", amount: 0, obstacle: { reason: "beaten", by: "TWENTY" } },
      { code: "LARGE", amount: 0, obstacle: { reason: "minimum", missing: 700_00, currency: "RUB" } },
      { code: "TWENTY", amount: 60_00, obstacle: null },
    ]);
    expect(one.totals.discount).toBe(30_00);
  });

  test("a code that can give nothing is refused with the reason and does not stay", async () => {
    const shop = await open();
    const owner = shop.newGuest();
    await fill(shop, owner).add(await shop.offer());
    await shop.issue("PAUSED", { status: "paused" });

    await expect(shop.cart.enterCode(owner, "nothing")).rejects.toThrow(CodeRefused);
    await expect(shop.cart.enterCode(owner, "paused")).rejects.toMatchObject({
      details: { code: "PAUSED", obstacle: { reason: "paused" } },
    });

    expect((await shop.cart.view(owner, "RUB")).promotions).toEqual([]);
  });

  test("a code that is not on the cart cannot be removed", async () => {
    const shop = await open();
    const owner = shop.newGuest();
    await fill(shop, owner).add(await shop.offer());

    await expect(shop.cart.removeCode(owner, "never")).rejects.toThrow(CodeNotOnCart);
  });

  test("a cart holds five codes and not one more", async () => {
    const shop = await open();
    const owner = shop.newGuest();
    await fill(shop, owner).add(await shop.offer());
    for (let code = 0; code < MAX_CODES; code++) {
      await shop.issue(`MANY${code}`);
      await shop.cart.enterCode(owner, `MANY${code}`);
    }
    await shop.issue("SIXTH");

    await expect(shop.cart.enterCode(owner, "SIXTH")).rejects.toThrow(CodeLimitReached);
  });

  test("another currency reprices the cart from its own prices, never by conversion", async () => {
    const shop = await open();
    const owner = shop.newGuest();
    await fill(shop, owner).add(await shop.offer(), 2);

    const inEuro = await shop.cart.changeCurrency(owner, "EUR");
    const inDollars = await shop.cart.changeCurrency(owner, "USD");

    expect(inEuro).toMatchObject({ currency: "EUR", totals: { currency: "EUR", total: 2_00 } });
    expect(inEuro.lines[0]?.warnings).toEqual([]);
    expect(inDollars).toMatchObject({ currency: "USD", totals: { total: 0 } });
    expect(inDollars.lines).toMatchObject([{ unitAmount: null, total: 0, warnings: [{ kind: "not-sellable" }] }]);
  });

  test("after sign-in the guest's cart joins the account's: the larger quantity wins, capped by stock, and it is told", async () => {
    const shop = await open();
    const [guest, user] = [shop.newGuest(), shop.newUser()];
    const [cup, bowl, vase, jug] = [await shop.offer(), await shop.offer(), await shop.offer(), await shop.offer()];
    await shop.issue("MINE");
    await shop.issue("THEIRS", { basisPoints: 2_000 });
    for (const [variantId, quantity] of [
      [cup, 2],
      [bowl, 5],
      [jug, 1],
    ] as const)
      await fill(shop, user).add(variantId, quantity);
    for (const [variantId, quantity] of [
      [cup, 4],
      [bowl, 3],
      [vase, 1],
    ] as const)
      await fill(shop, guest).add(variantId, quantity);
    await shop.cart.enterCode(user, "MINE");
    await shop.cart.enterCode(guest, "THEIRS");

    const { cart, report } = await shop.cart.claimGuestCart(user.userId, guest, "RUB");
    const again = await shop.cart.claimGuestCart(user.userId, guest, "RUB");

    const quantities = new Map(cart.lines.map(({ variantId, quantity }) => [variantId, quantity]));
    expect(quantities).toEqual(
      new Map([
        [cup, 4],
        [bowl, 5],
        [jug, 1],
        [vase, 1],
      ]),
    );
    expect(cart.promotions.map(({ code }) => code)).toEqual(["MINE", "THEIRS"]);
    expect(report).toEqual({ merged: true, changes: [] });
    expect(again).toEqual({ cart, report: { merged: false, changes: [] } });
    expect((await shop.cart.view(guest, "RUB")).id).toBeNull();
  });

  test("signing in with an empty pocket shows the account's cart", async () => {
    const shop = await open();
    const user = shop.newUser();
    const kept = await fill(shop, user).add(await shop.offer());

    expect(await shop.cart.claimGuestCart(user.userId, null, "RUB")).toEqual({
      cart: kept,
      report: { merged: false, changes: [] },
    });
  });

  test("an account without a cart takes over the guest's, with its currency", async () => {
    const shop = await open();
    const [guest, user] = [shop.newGuest(), shop.newUser()];
    await fill(shop, guest).add(await shop.offer(), 2, "EUR");

    const { cart } = await shop.cart.claimGuestCart(user.userId, guest, "RUB");

    expect(cart).toMatchObject({ currency: "EUR", itemCount: 2 });
    expect(await shop.cart.view(user, "RUB")).toEqual(cart);
  });

  test("a guest's cart is kept 30 days and a customer's 180, counted from the last change", async () => {
    const shop = await open();
    const [guest, user, cup] = [shop.newGuest(), shop.newUser(), await shop.offer({ onHand: 100 })];
    const day = 86_400_000;
    await fill(shop, guest).add(cup);
    await fill(shop, user).add(cup);

    shop.time.now = new Date(shop.time.now.getTime() + 29 * day);
    await fill(shop, guest).add(cup);
    shop.time.now = new Date(shop.time.now.getTime() + 30 * day);
    const [ofGuest, ofUser] = [await shop.cart.view(guest, "RUB"), await shop.cart.view(user, "RUB")];
    shop.time.now = new Date(shop.time.now.getTime() + 121 * day);

    expect([ofGuest.id, ofUser.itemCount]).toEqual([null, 1]);
    expect((await fill(shop, user).add(cup)).itemCount).toBe(1);
  });
}
