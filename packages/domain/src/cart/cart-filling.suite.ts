import { OutOfStock } from "@vitrina/domain/inventory";
import { expect, test } from "vitest";
import { MAX_LINES } from "./cart.ts";
import { LineLimitReached, NotSellable, QuantityLimitReached, StaleCart } from "./cart.errors.ts";
import { type CartShop, fill } from "./cart-shop.suite.ts";

/** Filling a cart, changing and looking at it. */
export function fillingSuite(open: () => Promise<CartShop>): void {
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
      { owner: unknown, newcomer: () => newcomer },
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

  test("a cart cannot become dearer than the shop can count, and the shopper hears how many would fit", async () => {
    const shop = await open();
    const { add, view } = fill(shop, shop.newGuest());
    const palace = await shop.offer({ amount: 300_000_000_000, onHand: 5_000 });

    await expect(add(palace, 4)).rejects.toMatchObject({ code: "cart.quantity-limit", details: { limit: 3 } });
    await expect(add(palace, 999)).rejects.toMatchObject({ details: { limit: 3 } });

    await add(palace, 3);
    expect((await view()).totals.total).toBe(900_000_000_000);
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
}
