import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";

/** Leads to what runs low; nothing while all lasts. */
export function LowStockNotice() {
  const low = useQuery(useApi().inventory.stock.low.queryOptions({})).data?.items ?? [];
  if (low.length === 0) return null;
  return (
    <p role="status" className="rounded-button bg-linen px-4 py-3">
      <Trans>
        Some goods will be sold out within two weeks.{" "}
        <Link to="/admin/stock/low" className="text-spruce underline">
          See which
        </Link>
      </Trans>
    </p>
  );
}
