import { useLingui } from "@lingui/react/macro";
import type { ROOMS } from "#admin/rooms.ts";

/** What the rooms of the back office are called. */
export function useRoomNames(): Record<(typeof ROOMS)[number]["to"], string> {
  const { t } = useLingui();
  return {
    "/admin/orders": t`Orders`,
    "/admin/categories": t`Categories`,
    "/admin/imports": t`Import and export`,
    "/admin/products": t`Products`,
    "/admin/collections": t`Collections`,
    "/admin/types": t`Product types`,
    "/admin/translations": t`Translations`,
    "/admin/attributes": t`Attributes`,
    "/admin/customers": t`Customers`,
    "/admin/groups": t`Groups`,
    "/admin/prices": t`Prices`,
    "/admin/search": t`Search`,
    "/admin/stock": t`Stock`,
    "/admin/price-lists": t`Price lists`,
    "/admin/rates": t`Rates`,
    "/admin/taxes": t`Taxes`,
    "/admin/as-of": t`As of a moment`,
    "/admin/staff": t`People who work here`,
    "/admin/roles": t`Roles`,
    "/admin/audit": t`Audit`,
    "/admin/api-keys": t`Keys for programs`,
  };
}
