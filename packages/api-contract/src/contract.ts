import { authContract } from "#auth/auth.contract.ts";
import { cartContract } from "#cart/cart.contract.ts";
import { catalogContract } from "#catalog/catalog.contract.ts";
import { auditContract } from "#core/audit.contract.ts";
import { viewsContract } from "#core/views.contract.ts";
import { inventoryContract } from "#inventory/inventory.contract.ts";
import { ordersContract } from "#orders/orders.contract.ts";
import { pricingContract } from "#pricing/pricing.contract.ts";
import { promotionsContract } from "#promotions/promotions.contract.ts";
import { reviewsContract } from "#reviews/reviews.contract.ts";
import { searchContract } from "#search/search.contract.ts";
import { usersContract } from "#users/users.contract.ts";

/** Everything the shop's API offers, room by room. */
export const contract = {
  auth: authContract,
  users: usersContract,
  catalog: catalogContract,
  search: searchContract,
  inventory: inventoryContract,
  cart: cartContract,
  orders: ordersContract,
  reviews: reviewsContract,
  pricing: pricingContract,
  promotions: promotionsContract,
  core: { audit: auditContract, views: viewsContract },
};
