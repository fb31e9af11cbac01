import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";

const LOOK =
  "inline-flex min-h-11 items-center border-b-2 border-transparent px-1 hover:border-edge aria-[current=page]:border-ink";

/** The pages of the back office that the caller's role opens. */
export function AdminNav() {
  const { t } = useLingui();
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data ?? [];
  return (
    <nav aria-label={t`Back office`} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-4 whitespace-nowrap">
        {rights.includes("orders:manage") && (
          <li>
            <Link to="/admin/orders" className={LOOK}>
              <Trans>Orders</Trans>
            </Link>
          </li>
        )}
        {rights.includes("staff:manage") && (
          <li>
            <Link to="/admin/staff" className={LOOK}>
              <Trans>People who work here</Trans>
            </Link>
          </li>
        )}
        {rights.includes("roles:manage") && (
          <li>
            <Link to="/admin/roles" className={LOOK}>
              <Trans>Roles</Trans>
            </Link>
          </li>
        )}
        <li>
          <Link to="/admin/api-keys" className={LOOK}>
            <Trans>Keys for programs</Trans>
          </Link>
        </li>
      </ul>
    </nav>
  );
}
