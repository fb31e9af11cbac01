import { CodeNotOnCart, CodeRefused } from "@vitrina/domain/promotions";
import { expect, test } from "vitest";
import { MAX_CODES } from "./cart.ts";
import { CodeLimitReached } from "./cart.errors.ts";
import { type CartShop, fill } from "./cart-shop.suite.ts";

/** Codes on a cart. */
export function codesSuite(open: () => Promise<CartShop>): void {
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
}
