import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { ComponentProps } from "react";
import { OrderRates } from "#admin/order-rates.tsx";
import { ReasonForm } from "#admin/reason-form.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";
import { OrderDetails } from "#orders/order-details.tsx";
import { useOrderStatus } from "#orders/order-texts.ts";

type StaffOrder = inferOutput<Api["orders"]["admin"]["get"]>;

export const Route = createFileRoute("/admin/orders/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (visitor.staff) await orNotFound(queryClient.ensureQueryData(api.orders.admin.get.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Order`) }),
  component: AdminOrderPage,
});

function AdminOrderPage() {
  const { id } = Route.useParams();
  const api = useApi();
  const kept = useSuspenseQuery(api.orders.admin.get.queryOptions({ id })).data;
  const reveal = useMutation(useProvenApi().orders.admin.revealContact.mutationOptions());
  const order = { ...kept, ...reveal.data };
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
      {kept.masked && !reveal.data && <Hidden act={{ ...reveal, mutate: (reason) => reveal.mutate({ id, reason }) }} />}
      {reveal.data && (
        <Outcome className="text-muted">
          <Trans>The contact is shown in full.</Trans>
        </Outcome>
      )}
      <OrderDetails order={order} />
      <OrderRates order={order} />
    </section>
  );
}

/** Why the contact is not in full, and for whom may see one for a reason, the way to it. */
function Hidden({ act }: Pick<ComponentProps<typeof ReasonForm>, "act">) {
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data ?? [];
  return (
    <div className="grid gap-1">
      <p className="text-muted">
        <Trans>Your role does not show whom an order goes to.</Trans>
      </p>
      {rights.includes("customers:reveal") && <ReasonForm name={<Trans>Show in full</Trans>} act={act} />}
    </div>
  );
}

/** The moves that the order's state allows; the answer is the new order. */
function Moves({ order }: { order: StaffOrder }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const onSuccess = (moved: StaffOrder) => {
    queryClient.setQueryData(api.orders.admin.get.queryKey({ id: moved.id }), moved);
    void queryClient.invalidateQueries({ queryKey: api.orders.admin.list.pathKey() });
  };
  const ship = useMutation(api.orders.admin.markShipped.mutationOptions({ onSuccess }));
  const deliver = useMutation(api.orders.admin.markDelivered.mutationOptions({ onSuccess }));
  const error = ship.error ?? deliver.error;
  const code = refusalOf(error)?.code;
  const input = { id: order.id, version: order.version };

  return (
    <div className="flex flex-wrap items-center gap-2">
      {error && (
        <Alert>
          {code === "core.stale-version" ? (
            <Trans>Someone else has changed this order. Reload the page and look again.</Trans>
          ) : code === "inventory.not-here-yet" ? (
            <Trans>Goods of this order are not here yet. It can leave when they have come in.</Trans>
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
