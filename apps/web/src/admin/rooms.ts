/** The rooms of the back office with the permission that opens each, null for everybody who works in the shop. */
export const ROOMS = [
  { to: "/admin/orders", needs: "orders:manage" },
  { to: "/admin/products", needs: "catalog:write" },
  { to: "/admin/categories", needs: "catalog:write" },
  { to: "/admin/translations", needs: "catalog:write" },
  { to: "/admin/collections", needs: "catalog:write" },
  { to: "/admin/types", needs: "catalog:write" },
  { to: "/admin/attributes", needs: "catalog:write" },
  { to: "/admin/search", needs: "search:tune" },
  { to: "/admin/imports", needs: "catalog:import" },
  { to: "/admin/stock", needs: "stock:read" },
  { to: "/admin/prices", needs: "prices:read" },
  { to: "/admin/price-lists", needs: "prices:read" },
  { to: "/admin/rates", needs: "prices:read" },
  { to: "/admin/taxes", needs: "prices:read" },
  { to: "/admin/as-of", needs: "prices:read" },
  { to: "/admin/customers", needs: "customers:read" },
  { to: "/admin/groups", needs: "groups:read" },
  { to: "/admin/staff", needs: "staff:manage" },
  { to: "/admin/roles", needs: "roles:manage" },
  { to: "/admin/audit", needs: "audit:read" },
  { to: "/admin/api-keys", needs: null },
] as const;

/** The rooms that `rights` open. */
export const roomsOf = (rights: readonly string[]) =>
  ROOMS.filter(({ needs }) => needs === null || rights.includes(needs));

/** Whether `rights` open the page at `pathname`, without locale; a page in no room is open to all who work here. */
export const isOpenTo = (rights: readonly string[], pathname: string): boolean => {
  const inside = ({ to }: { to: string }) => pathname === to || pathname.startsWith(`${to}/`);
  return !ROOMS.some(inside) || roomsOf(rights).some(inside);
};
