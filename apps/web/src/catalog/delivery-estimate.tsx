import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { formatDays, formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";

/** When it comes and what that costs, for each way of delivery; `amount` is the price of what is looked at. */
export function DeliveryEstimate({ amount }: { amount: number | null }) {
  const { currency } = useVisitor();
  const locale = useLocale();
  const localized = useLocalized();
  const offers = useQuery(useApi().orders.delivery.queryOptions({ currency })).data ?? [];
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="delivery" className="grid gap-2 border-t border-line pt-4 text-sm">
      <h2 id="delivery" className="font-medium">
        <Trans>Delivery</Trans>
      </h2>
      <ul className="grid gap-2">
        {offers.map((offer) => (
          <li key={offer.code}>
            {localized(offer.name)}: {formatDays(locale, offer.from, offer.to)}
            <span className="block text-muted">
              <Cost offer={offer} goods={amount} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Offer = inferOutput<Api["orders"]["delivery"]>[number];

function Cost({ offer: { amount, freeFrom }, goods }: { offer: Offer; goods: number | null }) {
  const { currency } = useVisitor();
  const locale = useLocale();
  const price = formatMoney(locale, { amount, currency });
  if (amount === 0 || (freeFrom !== null && goods !== null && goods >= freeFrom)) return <Trans>free</Trans>;
  if (freeFrom === null) return price;
  const threshold = formatMoney(locale, { amount: freeFrom, currency });
  return (
    <Trans>
      {price}, free from {threshold}
    </Trans>
  );
}
