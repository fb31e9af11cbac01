import type { AppRouter } from "@vitrina/api-contract";
import { authRouter } from "#auth/auth.router.ts";
import { cartRouter } from "#cart/cart.router.ts";
import { catalogRouter } from "#catalog/catalog.router.ts";
import { ordersRouter } from "#orders/orders.router.ts";
import { reviewsRouter } from "#reviews/reviews.router.ts";
import { searchRouter } from "#search/search.router.ts";
import { usersRouter } from "#users/users.router.ts";
import { router } from "#trpc.ts";

export const appRouter = router({
  auth: authRouter,
  users: usersRouter,
  catalog: catalogRouter,
  search: searchRouter,
  cart: cartRouter,
  orders: ordersRouter,
  reviews: reviewsRouter,
});

/** The router as clients know it: the contract promises what the routers `satisfies`. */
export type { AppRouter };
