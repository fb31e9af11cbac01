import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ClaimOffer } from "#orders/claim-offer.tsx";
import { OrderList } from "#orders/order-list.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const allOrders = (api: Api) =>
  api.orders.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined });

export const Route = createFileRoute("/account/orders/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.signedIn) return;
    await Promise.all([
      queryClient.ensureInfiniteQueryData(allOrders(api)),
      queryClient.ensureQueryData(api.orders.claimable.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`My orders`) }),
  component: OrdersPage,
});

function OrdersPage() {
  const pages = useSuspenseInfiniteQuery(allOrders(useApi()));
  const orders = pages.data.pages.flatMap((page) => page.orders);
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>My orders</Trans>
      </h1>
      <ClaimOffer />
      {orders.length === 0 && (
        <EmptyState title={<Trans>No orders yet</Trans>}>
          <LinkButton to="/">
            <Trans>Look around</Trans>
          </LinkButton>
        </EmptyState>
      )}
      <OrderList orders={orders} />
      <ShowMore pages={pages}>
        <Trans>Earlier orders</Trans>
      </ShowMore>
    </section>
  );
}
