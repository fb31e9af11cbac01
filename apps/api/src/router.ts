import { authRouter } from "#auth/auth.router.ts";
import { cartRouter } from "#cart/cart.router.ts";
import { catalogRouter } from "#catalog/catalog.router.ts";
import { auditRouter } from "#core/audit.router.ts";
import { viewsRouter } from "#core/views.router.ts";
import { inventoryRouter } from "#inventory/inventory.router.ts";
import { ordersRouter } from "#orders/orders.router.ts";
import { pricingRouter } from "#pricing/pricing.router.ts";
import { promotionsRouter } from "#promotions/promotions.router.ts";
import { reviewsRouter } from "#reviews/reviews.router.ts";
import { searchRouter } from "#search/search.router.ts";
import { usersRouter } from "#users/users.router.ts";
import { router } from "#trpc.ts";

/** Sums up the rooms; that each keeps to its contract, its own `satisfies` says. */
export const appRouter = router({
  auth: authRouter,
  users: usersRouter,
  catalog: catalogRouter,
  search: searchRouter,
  inventory: inventoryRouter,
  cart: cartRouter,
  orders: ordersRouter,
  reviews: reviewsRouter,
  pricing: pricingRouter,
  promotions: promotionsRouter,
  core: router({ audit: auditRouter, views: viewsRouter }),
});
