import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate, formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import { useOrderStatus } from "#orders/order-texts.ts";

type Orders = inferOutput<Api["orders"]["admin"]["listOf"]>["orders"];
type Cart = inferOutput<Api["cart"]["admin"]["viewOf"]>;
type Codes = inferOutput<Api["promotions"]["admin"]["listUsed"]>["codes"];
type Reviews = inferOutput<Api["reviews"]["admin"]["listBy"]>["reviews"];

/** A list with its heading, or that there is nothing in it. */
function Part({ title, empty, children }: { title: ReactNode; empty: boolean; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-h3">{title}</h2>
      {empty ? (
        <p className="text-muted">
          <Trans>None yet.</Trans>
        </p>
      ) : (
        <ul className="grid">{children}</ul>
      )}
    </section>
  );
}

const ROW = "flex flex-wrap items-center gap-x-4 border-b border-line py-2";

const OrderLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link to="/admin/orders/$id" params={{ id }} className="inline-flex min-h-11 items-center text-spruce underline">
    {children}
  </Link>
);

export function CustomerOrders({ orders }: { orders: Orders }) {
  const locale = useLocale();
  const status = useOrderStatus();
  return (
    <Part title={<Trans>Latest orders</Trans>} empty={orders.length === 0}>
      {orders.map((order) => (
        <li key={order.id} className={ROW}>
          <OrderLink id={order.id}>№ {order.number}</OrderLink>
          <span>{formatDate(locale, order.placedAt)}</span>
          <span>{status(order)}</span>
          <span className="tabular-nums">{formatMoney(locale, order.total)}</span>
        </li>
      ))}
    </Part>
  );
}

export function CustomerCart({ cart }: { cart: Cart }) {
  const locale = useLocale();
  const localized = useLocalized();
  return (
    <Part title={<Trans>Cart</Trans>} empty={cart.lines.length === 0}>
      {cart.lines.map(({ variantId, name, quantity, total }) => (
        <li key={variantId} className={ROW}>
          <span>
            {localized(name)} × {quantity}
          </span>
          <span className="tabular-nums">{formatMoney(locale, { amount: total, currency: cart.currency })}</span>
        </li>
      ))}
    </Part>
  );
}

export function CustomerCodes({ codes }: { codes: Codes }) {
  const locale = useLocale();
  return (
    <Part title={<Trans>Codes used</Trans>} empty={codes.length === 0}>
      {codes.map(({ code, orderId, amount, redeemedAt }) => (
        <li key={code + orderId} className={ROW}>
          <OrderLink id={orderId}>{code}</OrderLink>
          <span>{formatDate(locale, redeemedAt)}</span>
          <span className="tabular-nums">{formatMoney(locale, amount)}</span>
        </li>
      ))}
    </Part>
  );
}

export function CustomerReviews({ reviews }: { reviews: Reviews }) {
  const locale = useLocale();
  return (
    <Part title={<Trans>Reviews</Trans>} empty={reviews.length === 0}>
      {reviews.map(({ id, rating, title, body, createdAt }) => (
        <li key={id} className="grid gap-1 border-b border-line py-2">
          <span className="text-muted">
            {rating}/5 · {formatDate(locale, createdAt)}
          </span>
          {title && <strong className="font-medium">{title}</strong>}
          <p className="max-w-prose break-words">{body}</p>
        </li>
      ))}
    </Part>
  );
}
