import { codesSuite } from "./cart-codes.suite.ts";
import { fillingSuite } from "./cart-filling.suite.ts";
import { keepingSuite } from "./cart-keeping.suite.ts";
import type { CartShop } from "./cart-shop.suite.ts";

/** What every keeper of carts must make true. */
export function cartSuite(open: () => Promise<CartShop>): void {
  fillingSuite(open);
  codesSuite(open);
  keepingSuite(open);
}
