import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { OrderTable } from "#admin/order-table.tsx";
import { SavedViews } from "#admin/saved-views.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const FULFILMENTS = ["unfulfilled", "shipped", "delivered"] as const;
type Fulfilment = (typeof FULFILMENTS)[number];
interface Search {
  fulfilment?: Fulfilment;
  q?: string;
}

const workList = (api: Api, search: Search) =>
  api.orders.admin.list.infiniteQueryOptions(search, { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined });

export const Route = createFileRoute("/admin/orders/")({
  validateSearch: ({ fulfilment, q }: Record<string, unknown>): Search => {
    const known = FULFILMENTS.find((each) => each === fulfilment);
    return { ...(known && { fulfilment: known }), ...(typeof q === "string" && q !== "" && { q: q.slice(0, 100) }) };
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(workList(api, deps));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Orders to work on`) }),
  component: WorkListPage,
});

function WorkListPage() {
  const search = Route.useSearch();
  const pages = useSuspenseInfiniteQuery(workList(useApi(), search));
  const orders = pages.data.pages.flatMap((page) => page.orders);
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Orders</Trans>
      </h1>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Views current={search.fulfilment} />
        <form method="get" className="flex w-full items-end gap-2 sm:w-auto">
          {search.fulfilment && <input type="hidden" name="fulfilment" value={search.fulfilment} />}
          <Field label={<Trans>Number or e-mail</Trans>}>
            {(control) => (
              <TextInput {...control} name="q" type="search" maxLength={100} defaultValue={search.q ?? ""} />
            )}
          </Field>
          <Button type="submit" tone="secondary">
            <Trans>Find</Trans>
          </Button>
        </form>
      </div>
      <SavedViews list="orders" search={{ ...search }} />
      {orders.length === 0 ? <NoOrders chosen={Object.keys(search).length > 0} /> : <OrderTable orders={orders} />}
      <ShowMore pages={pages} />
    </section>
  );
}

/** Says what was not found, or that there is nothing yet. */
const NoOrders = ({ chosen }: { chosen: boolean }) =>
  chosen ? (
    <EmptyState title={<Trans>No orders here</Trans>}>
      <Link to="/admin/orders" className="text-spruce underline">
        <Trans>Show all orders</Trans>
      </Link>
    </EmptyState>
  ) : (
    <EmptyState title={<Trans>No orders yet</Trans>}>
      <p className="max-w-prose">
        <Trans>The first one shows here as soon as it is placed.</Trans>
      </p>
    </EmptyState>
  );

function Views({ current }: { current: Fulfilment | undefined }) {
  const names = {
    unfulfilled: <Trans>To pack</Trans>,
    shipped: <Trans>On their way</Trans>,
    delivered: <Trans>Delivered</Trans>,
  };
  const look =
    "inline-flex min-h-10 items-center border-b-2 border-transparent px-1 hover:border-edge aria-[current=page]:border-ink";
  return (
    <ul className="flex flex-wrap gap-4">
      <li>
        <Link
          to="/admin/orders"
          activeOptions={{ exact: true }}
          className={look}
          aria-current={current === undefined ? "page" : undefined}
        >
          <Trans>All</Trans>
        </Link>
      </li>
      {FULFILMENTS.map((each) => (
        <li key={each}>
          <Link
            to="/admin/orders"
            search={{ fulfilment: each }}
            className={look}
            aria-current={current === each ? "page" : undefined}
          >
            {names[each]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
