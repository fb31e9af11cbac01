import { Trans } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { unitCostShown } from "#admin/rate-text.ts";
import { useEndingNames } from "#admin/rate-texts.ts";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";

/** By what the prices of some lines were converted; nothing where all of them were set. */
export function OrderRates({ order }: { order: inferOutput<Api["orders"]["admin"]["get"]> }) {
  const locale = useLocale();
  const endings = useEndingNames();
  if (order.rates.length === 0) return null;
  return (
    <section aria-labelledby="rates" className="grid gap-1">
      <h2 id="rates" className="text-sm text-muted">
        <Trans>Converted prices</Trans>
      </h2>
      <ul>
        {order.rates.map(({ base, unitCost, ending, variantIds }) => (
          <li key={`${base} ${unitCost} ${ending}`}>
            {`1 ${order.currency} = ${unitCostShown(locale, unitCost)} ${base}`} · {endings[ending]} ·{" "}
            {order.lines
              .filter(({ variantId }) => variantIds.includes(variantId))
              .map(({ sku }) => sku)
              .join(", ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
