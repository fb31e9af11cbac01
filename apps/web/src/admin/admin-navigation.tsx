import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";

const LOOK =
  "inline-flex min-h-11 items-center border-b-2 border-transparent hover:border-edge aria-[current=page]:border-ink";

/** The rooms of the back office; what the API would refuse is not offered. */
export function AdminNavigation() {
  const { t } = useLingui();
  const profile = useQuery(useApi().users.me.queryOptions()).data;
  return (
    <nav aria-label={t`Back office`} className="mb-6 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <Link to="/admin/orders" className={LOOK}>
            <Trans>Orders</Trans>
          </Link>
        </li>
        <li>
          <Link to="/admin/customers" className={LOOK}>
            <Trans>Customers</Trans>
          </Link>
        </li>
        {profile?.role === "admin" && (
          <li>
            <Link to="/admin/audit" className={LOOK}>
              <Trans>Audit</Trans>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
