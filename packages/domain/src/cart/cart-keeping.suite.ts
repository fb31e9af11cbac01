import { expect, test } from "vitest";
import { type CartShop, fill } from "./cart-shop.suite.ts";

/** Whose cart it is and how long it is kept. */
export function keepingSuite(open: () => Promise<CartShop>): void {
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

  test("a guest's cart is kept 30 days and a customer's 180, to the end of the day, counted from the last change", async () => {
    const shop = await open();
    const [guest, user, cup] = [shop.newGuest(), shop.newUser(), await shop.offer({ onHand: 100 })];
    const day = 86_400_000;
    await fill(shop, guest).add(cup);
    await fill(shop, user).add(cup);

    shop.time.now = new Date(shop.time.now.getTime() + 29 * day);
    await fill(shop, guest).add(cup);
    shop.time.now = new Date(shop.time.now.getTime() + 31 * day);
    const [ofGuest, ofUser] = [await shop.cart.view(guest, "RUB"), await shop.cart.view(user, "RUB")];
    shop.time.now = new Date(shop.time.now.getTime() + 121 * day);

    expect([ofGuest.id, ofUser.itemCount]).toEqual([null, 1]);
    expect((await fill(shop, user).add(cup)).itemCount).toBe(1);
  });
}
