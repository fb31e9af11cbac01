import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate, formatMoney } from "#core/format.ts";
import { useOrderStatus } from "#orders/order-texts.ts";

const WIDE = "hidden sm:table-cell";

type Row = inferOutput<Api["orders"]["admin"]["list"]>["orders"][number];

/** The work list: on narrow screens date and customer stand under the number, which opens the order. */
export function OrderTable({ orders }: { orders: Row[] }) {
  const locale = useLocale();
  const status = useOrderStatus();
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-labelledby="orders-caption">
      <table className="w-full sm:min-w-[36rem] border-collapse text-left tabular-nums">
        <caption id="orders-caption" className="sr-only">
          <Trans>Orders, newest first</Trans>
        </caption>
        <thead className="border-b border-edge text-muted">
          <tr>
            <th className="py-2 pr-2 font-normal sm:pr-4">
              <Trans>Number</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 pr-4 font-normal")}>
              <Trans>Placed</Trans>
            </th>
            <th className={clsx(WIDE, "py-2 pr-4 font-normal")}>
              <Trans>Customer</Trans>
            </th>
            <th className="py-2 pr-2 font-normal sm:pr-4">
              <Trans>Status</Trans>
            </th>
            <th className="py-2 text-right font-normal">
              <Trans>Total</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.id} className="border-b border-line max-sm:align-baseline hover:bg-linen">
              <td className="py-1 pr-2 sm:pr-4">
                <Link
                  to="/admin/orders/$id"
                  params={{ id: order.id }}
                  className="inline-flex min-h-8 items-center font-medium text-spruce underline"
                >
                  {order.number}
                </Link>
                <p className="pb-2 text-muted sm:hidden">
                  {formatDate(locale, order.placedAt)}
                  <br />
                  <span className="wrap-anywhere">{order.email}</span>
                </p>
              </td>
              <td className={clsx(WIDE, "py-1 pr-2 sm:pr-4")}>{formatDate(locale, order.placedAt)}</td>
              <td className={clsx(WIDE, "py-1 pr-2 sm:pr-4")}>{order.email}</td>
              <td className="py-1 pr-2 sm:pr-4">{status(order)}</td>
              <td className="py-1 text-right whitespace-nowrap">{formatMoney(locale, order.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
