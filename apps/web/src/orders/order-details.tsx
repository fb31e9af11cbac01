import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { formatPhone } from "#core/address/format-phone.ts";
import { PromisedNote } from "#core/ui/goods.tsx";
import { Totals } from "#core/ui/totals.tsx";
import { useLocale } from "#core/app.ts";
import { formatDate, formatDays, formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { type Order, useEventName, usePaymentName } from "#orders/order-texts.ts";

/** Everything about an order: lines, sums, where it goes, what has happened. */
export function OrderDetails({ order }: { order: Order }) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[7fr_5fr]">
      <div className="grid gap-6">
        <Lines order={order} />
      </div>
      <aside className="grid gap-6 bg-linen p-5">
        <Totals totals={order.totals} />
        <Destination order={order} />
        <Timeline order={order} />
      </aside>
    </div>
  );
}

function Lines({ order }: { order: Order }) {
  const locale = useLocale();
  const localized = useLocalized();
  return (
    <ul>
      {order.lines.map((line) => {
        const name = localized(line.name);
        const options = line.optionNames.map(({ value }) => localized(value)).join(", ");
        const sum = formatMoney(locale, { amount: line.total, currency: order.currency });
        return (
          <li key={line.variantId} className="flex flex-wrap justify-between gap-x-4 gap-y-1 border-b border-line py-4">
            <span>
              {line.slug ? (
                <Link to="/p/$slug" params={{ slug: line.slug }} className="font-medium hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
              <span className="block text-sm text-muted">
                {options && `${options} · `}
                {line.quantity} × {formatMoney(locale, { amount: line.unitAmount, currency: order.currency })}
              </span>
              {line.backOrder && order.fulfilmentState === "unfulfilled" && <PromisedNote {...line.backOrder} />}
              {order.fulfilmentState === "delivered" && line.slug && (
                <Link
                  to="/p/$slug"
                  params={{ slug: line.slug }}
                  hash="reviews"
                  className="inline-flex min-h-11 items-center text-sm text-spruce underline"
                >
                  <Trans>Write a review</Trans>
                </Link>
              )}
            </span>
            <span className="tabular-nums">{sum}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Destination({ order: { address, delivery, paymentState, fulfilmentState } }: { order: Order }) {
  const locale = useLocale();
  const localized = useLocalized();
  const paymentName = usePaymentName();
  const place = [address.postcode, address.region, address.city, address.street, address.flat]
    .filter(Boolean)
    .join(", ");
  return (
    <dl className="grid gap-3">
      <div>
        <dt className="text-sm text-muted">{localized(delivery.name)}</dt>
        <dd>
          {fulfilmentState === "delivered" ? null : <p>{formatDays(locale, delivery.from, delivery.to)}</p>}
          <p>{address.fullName}</p>
          <p>{place}</p>
          <p>{formatPhone(address.phone)}</p>
        </dd>
      </div>
      <div>
        <dt className="text-sm text-muted">
          <Trans>Payment</Trans>
        </dt>
        <dd>{paymentName(paymentState)}</dd>
      </div>
    </dl>
  );
}

function Timeline({ order }: { order: Order }) {
  const locale = useLocale();
  const eventName = useEventName();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="text-sm text-muted">
        <Trans>What has happened</Trans>
      </h2>
      <ol className="mt-1 grid gap-1 border-l-2 border-spruce pl-4">
        {order.timeline.map(({ type, at }) => (
          <li key={`${type}-${at}`}>
            {eventName(type)} <span className="text-sm text-muted">{formatDate(locale, at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
