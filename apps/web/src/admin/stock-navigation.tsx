import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

const LOOK =
  "inline-flex min-h-11 items-center text-spruce underline aria-[current=page]:text-ink aria-[current=page]:no-underline";

/** The pages about stock. */
export function StockNavigation() {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Stock`}>
      <ul className="flex flex-wrap gap-x-5">
        <li>
          <Link to="/admin/stock" activeOptions={{ exact: true, includeSearch: false }} className={LOOK}>
            <Trans>Goods</Trans>
          </Link>
        </li>
        <li>
          <Link to="/admin/stock/low" className={LOOK}>
            <Trans>Runs low</Trans>
          </Link>
        </li>
        <li>
          <Link to="/admin/stock/locations" className={LOOK}>
            <Trans>Places</Trans>
          </Link>
        </li>
        <li>
          <Link to="/admin/stock/transfers" className={LOOK}>
            <Trans>Transfers</Trans>
          </Link>
        </li>
      </ul>
    </nav>
  );
}
