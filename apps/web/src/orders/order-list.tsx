import { Plural } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { formatDate, formatMoney } from "#core/format.ts";
import { type OrderSummary, useOrderStatus } from "#orders/order-texts.ts";

/** The shopper's orders, newest first. */
export function OrderList({ orders }: { orders: OrderSummary[] }) {
  const locale = useLocale();
  const status = useOrderStatus();
  return (
    <ul className="grid">
      {orders.map((order) => (
        <li key={order.id} className="border-b border-line">
          <Link
            to="/account/orders/$id"
            params={{ id: order.id }}
            className="grid gap-1 py-4 hover:bg-linen sm:grid-cols-[1fr_auto]"
          >
            <span className="font-medium">
              № {order.number} · {status(order)}
            </span>
            <span className="tabular-nums sm:text-right">{formatMoney(locale, order.total)}</span>
            <span className="text-sm text-muted">
              {formatDate(locale, order.placedAt)} · <Plural value={order.itemCount} one="# item" other="# items" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
