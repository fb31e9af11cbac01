import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { formatDays } from "#core/format.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { OrderDetails } from "#orders/order-details.tsx";

/** Confirmation and tracking for whoever holds the order's 128-bit token. */
export const Route = createFileRoute("/order/$token")({
  loader: ({ context: { api, queryClient }, params: { token } }) =>
    orNotFound(queryClient.ensureQueryData(api.orders.getByToken.queryOptions({ token }))).then(() => undefined),
  head: ({ match: { context } }) => {
    const head = pageHead(context, { title: context.i18n._(msg`Order`) });
    return { ...head, meta: [...head.meta, { name: "referrer", content: "no-referrer" }] };
  },
  component: ConfirmationPage,
});

function ConfirmationPage() {
  const { token } = Route.useParams();
  const { signedIn } = useVisitor();
  const order = useSuspenseQuery(useApi().orders.getByToken.queryOptions({ token })).data;
  const days = formatDays(useLocale(), order.delivery.from, order.delivery.to);
  return (
    <div className="container-shop grid gap-6 py-8">
      <h1 className="text-h1">
        <Trans>Thank you. Order № {order.number} is placed</Trans>
      </h1>
      {order.fulfilmentState !== "delivered" && (
        <p className="max-w-prose text-lead">
          <Trans>
            We have sent a letter to {order.email}. The parcel will arrive on {days}; pay when you receive it.
          </Trans>
        </p>
      )}
      <OrderDetails order={order} />
      <div className="flex flex-wrap gap-4">
        {signedIn ? (
          <LinkButton tone="secondary" to="/account/orders">
            <Trans>My orders</Trans>
          </LinkButton>
        ) : (
          <LinkButton tone="secondary" to="/sign-up">
            <Trans>Create an account</Trans>
          </LinkButton>
        )}
        <LinkButton tone="quiet" to="/">
          <Trans>Look around</Trans>
        </LinkButton>
      </div>
    </div>
  );
}
