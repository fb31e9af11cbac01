/** The rooms of the back office with the permission that opens each; the first one that is open is where people come in. */
export const ROOMS = [
  { to: "/admin/orders", needs: "orders:manage" },
  { to: "/admin/customers", needs: "customers:read" },
  { to: "/admin/staff", needs: "staff:manage" },
  { to: "/admin/roles", needs: "roles:manage" },
  { to: "/admin/audit", needs: "audit:read" },
] as const;
