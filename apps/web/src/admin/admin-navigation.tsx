import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ROOMS, roomsOf } from "#admin/rooms.ts";
import { useApi } from "#core/app.ts";

const LOOK =
  "inline-flex min-h-11 items-center border-b-2 border-transparent hover:border-edge aria-[current=page]:border-ink";

const NAMES = {
  "/admin/orders": <Trans>Orders</Trans>,
  "/admin/categories": <Trans>Categories</Trans>,
  "/admin/imports": <Trans>Import and export</Trans>,
  "/admin/search": <Trans>Search</Trans>,
  "/admin/products": <Trans>Products</Trans>,
  "/admin/translations": <Trans>Translations</Trans>,
  "/admin/collections": <Trans>Collections</Trans>,
  "/admin/types": <Trans>Product types</Trans>,
  "/admin/attributes": <Trans>Attributes</Trans>,
  "/admin/customers": <Trans>Customers</Trans>,
  "/admin/groups": <Trans>Groups</Trans>,
  "/admin/prices": <Trans>Prices</Trans>,
  "/admin/stock": <Trans>Stock</Trans>,
  "/admin/price-lists": <Trans>Price lists</Trans>,
  "/admin/rates": <Trans>Rates</Trans>,
  "/admin/taxes": <Trans>Taxes</Trans>,
  "/admin/as-of": <Trans>As of a moment</Trans>,
  "/admin/staff": <Trans>People who work here</Trans>,
  "/admin/roles": <Trans>Roles</Trans>,
  "/admin/audit": <Trans>Audit</Trans>,
  "/admin/api-keys": <Trans>Keys for programs</Trans>,
} satisfies Record<(typeof ROOMS)[number]["to"], unknown>;

/** The rooms of the back office; what the API would refuse is not offered. */
export function AdminNavigation() {
  const { t } = useLingui();
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data ?? [];
  return (
    <nav aria-label={t`Back office`} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {roomsOf(rights).map(({ to }) => (
          <li key={to}>
            <Link to={to} className={LOOK}>
              {NAMES[to]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
