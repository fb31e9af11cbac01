import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { OrderDetails } from "#orders/order-details.tsx";
import { type Order, useOrderStatus } from "#orders/order-texts.ts";

export const Route = createFileRoute("/admin/orders/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (visitor.staff) await orNotFound(queryClient.ensureQueryData(api.orders.admin.get.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Order`) }),
  component: AdminOrderPage,
});

function AdminOrderPage() {
  const { id } = Route.useParams();
  const order = useSuspenseQuery(useApi().orders.admin.get.queryOptions({ id })).data;
  const status = useOrderStatus()(order);
  return (
    <section className="grid gap-4">
      <Link to="/admin/orders" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All orders</Trans>
      </Link>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Order № {order.number}</Trans>
        </h1>
        <Moves order={order} />
      </div>
      <p>
        {status} · {order.email}
      </p>
      <OrderDetails order={order} />
    </section>
  );
}

/** The moves that the order's state allows; the answer is the new order. */
function Moves({ order }: { order: Order }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const onSuccess = (moved: Order) => {
    queryClient.setQueryData(api.orders.admin.get.queryKey({ id: moved.id }), moved);
    void queryClient.invalidateQueries({ queryKey: api.orders.admin.list.pathKey() });
  };
  const ship = useMutation(api.orders.admin.markShipped.mutationOptions({ onSuccess }));
  const deliver = useMutation(api.orders.admin.markDelivered.mutationOptions({ onSuccess }));
  const error = ship.error ?? deliver.error;
  const stale = refusalOf(error)?.code === "core.stale-version";
  const input = { id: order.id, version: order.version };

  return (
    <div className="flex flex-wrap items-center gap-2">
      {error && (
        <Alert>
          {stale ? (
            <Trans>Someone else has changed this order. Reload the page and look again.</Trans>
          ) : (
            <Trans>That did not work. Please try again in a moment.</Trans>
          )}
        </Alert>
      )}
      {order.fulfilmentState === "unfulfilled" && order.state === "placed" && (
        <Button size="dense" busy={ship.isPending} onClick={() => ship.mutate(input)}>
          <Trans>Mark as shipped</Trans>
        </Button>
      )}
      {order.fulfilmentState === "shipped" && (
        <Button size="dense" busy={deliver.isPending} onClick={() => deliver.mutate(input)}>
          <Trans>Mark as delivered</Trans>
        </Button>
      )}
    </div>
  );
}
