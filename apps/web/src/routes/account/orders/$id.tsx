import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { OrderDetails } from "#orders/order-details.tsx";
import { useOrderStatus } from "#orders/order-texts.ts";

export const Route = createFileRoute("/account/orders/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (visitor.signedIn) await orNotFound(queryClient.ensureQueryData(api.orders.get.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Order`) }),
  component: OrderPage,
});

function OrderPage() {
  const { id } = Route.useParams();
  const order = useSuspenseQuery(useApi().orders.get.queryOptions({ id })).data;
  const status = useOrderStatus()(order);
  return (
    <section className="grid gap-4">
      <Link to="/account/orders" className="inline-flex min-h-11 items-center text-sm text-muted hover:underline">
        <Trans>All my orders</Trans>
      </Link>
      <h1 className="text-h1">
        <Trans>Order № {order.number}</Trans>
      </h1>
      <p className="text-lead">{status}</p>
      <OrderDetails order={order} />
    </section>
  );
}
