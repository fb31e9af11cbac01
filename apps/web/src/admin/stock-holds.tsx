import { Trans } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { formatMoment } from "#admin/format-moment.ts";
import { usePlaceName } from "#admin/stock-terms.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";

type Hold = inferOutput<Api["inventory"]["stock"]["get"]>["holds"][number];

/** What checkouts hold and orders were given. */
export function StockHolds({ holds }: { holds: Hold[] }) {
  const locale = useLocale();
  const placeName = usePlaceName();
  return (
    <section className="grid gap-2">
      <h2 className="text-h2">
        <Trans>Promised to buyers</Trans>
      </h2>
      {holds.length === 0 ? (
        <p className="text-muted">
          <Trans>Nothing of it is promised now.</Trans>
        </p>
      ) : (
        <ul>
          {holds.map(({ locationId, quantity, kind, expiresAt }, index) => (
            // They have no name of their own, and are only shown.
            <li key={index} className="flex flex-wrap gap-x-3 border-b border-line py-2">
              <span className="tabular-nums">{quantity}</span>
              <span>{placeName(locationId)}</span>
              <span className="text-muted">
                {kind === "allocated" ? (
                  <Trans>given to an order</Trans>
                ) : (
                  <Trans>held by a checkout until {formatMoment(locale, expiresAt ?? "")}</Trans>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
