/**
 * The rooms of the house and the rooms each may know, on every floor; core is known to all and knows none.
 * A new arrow is a line here and an ADR that says why: docs/adr.
 * @type {Record<string, string[]>}
 */
export const domains = {
  core: [],
  users: ["core"],
  auth: ["core", "users"],
  catalog: ["core"],
  inventory: ["core", "catalog"],
  pricing: ["core", "users", "catalog"],
  promotions: ["core", "users", "catalog", "pricing"],
  cart: ["core", "catalog", "inventory", "pricing", "promotions"],
  orders: ["core", "users", "catalog", "inventory", "pricing", "promotions", "cart"],
  reviews: ["core", "users", "catalog", "orders"],
  search: ["core", "catalog", "inventory", "pricing", "promotions", "reviews"],
};
