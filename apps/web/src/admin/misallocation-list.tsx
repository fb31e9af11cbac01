import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import { ReasonForm } from "#admin/reason-form.tsx";
import { usePlaceName } from "#admin/stock-terms.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";

type Misallocation = inferOutput<Api["orders"]["allocations"]["list"]>[number];

/** Orders without all their goods, and goods that are kept for no order, until somebody sets it right with a reason. */
export function MisallocationList() {
  const api = useApi();
  const found = useQuery(api.orders.allocations.list.queryOptions()).data ?? [];
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  if (found.length === 0) return null;
  return (
    <section role="alert" className="grid gap-2 rounded-button border border-rowan bg-rowan-tint p-4">
      <h2 className="text-base font-semibold text-rowan">
        <Trans>Goods are not set aside as orders need them</Trans>
      </h2>
      <p>
        <Trans>
          Find out why. Setting it right keeps what lies ready, takes what is missing from what is free, and gives back
          what no order needs.
        </Trans>
      </p>
      <ul>
        {found.map((each) => (
          <Row key={`${each.holderId} ${each.variantId}`} found={each} rights={rights} />
        ))}
      </ul>
    </section>
  );
}

function Row({ found, rights }: { found: Misallocation; rights: readonly string[] }) {
  const { holderId, variantId, sku, order, expected, allocated } = found;
  const { inventory, orders } = useApi();
  const queryClient = useQueryClient();
  const explain = useExplainStockRefusal();
  const repair = useMutation(
    orders.allocations.repair.mutationOptions({
      onSuccess: () =>
        Promise.all(
          [orders.allocations.pathKey(), inventory.pathKey()].map((queryKey) =>
            queryClient.invalidateQueries({ queryKey }),
          ),
        ),
    }),
  );
  const act = {
    ...repair,
    mutate: (reason: string) => repair.mutate({ holderId, variantId, expected, allocated, reason }),
  };
  return (
    <li className="grid gap-1 border-t border-line py-2">
      <p className="flex flex-wrap gap-x-3 font-medium">
        <OrderName order={order} linked={rights.includes("orders:manage")} />
        <Link to="/admin/stock/$variantId" params={{ variantId }} className="break-all text-spruce underline">
          {sku}
        </Link>
      </p>
      <p>
        <Trans>
          to be sent {expected}, set aside {allocated}
        </Trans>
        <Places places={found.places} />
      </p>
      {rights.includes("stock:write") && (
        <ReasonForm name={<Trans>Set aside what is needed</Trans>} act={act} explain={explain} />
      )}
    </li>
  );
}

/** What became of the order says why it needs no goods. */
function OrderName({ order, linked }: { order: Misallocation["order"]; linked: boolean }) {
  const { t } = useLingui();
  if (!order) return <Trans>No order is known</Trans>;
  const { id, number, state, fulfilmentState } = order;
  const became = state === "cancelled" ? t`cancelled` : fulfilmentState === "unfulfilled" ? null : t`has left`;
  const name = became ? t`Order № ${number}, ${became}` : t`Order № ${number}`;
  if (!linked) return <span>{name}</span>;
  return (
    <Link to="/admin/orders/$id" params={{ id }} className="text-spruce underline">
      {name}
    </Link>
  );
}

function Places({ places }: Pick<Misallocation, "places">) {
  const placeName = usePlaceName();
  if (places.length === 0) return null;
  return <>: {places.map(({ locationId, quantity }) => `${placeName(locationId)} ${quantity}`).join(", ")}</>;
}
