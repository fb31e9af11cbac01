import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { historyOf, StockHistory } from "#admin/stock-history.tsx";
import { StockHolds } from "#admin/stock-holds.tsx";
import { StockLevels } from "#admin/stock-levels.tsx";
import { StockPolicyForm } from "#admin/stock-policy.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useGoodsName } from "#core/texts.ts";

export const Route = createFileRoute("/admin/stock/$variantId")({
  loader: async ({ context: { api, queryClient, visitor }, params: { variantId } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      orNotFound(queryClient.ensureQueryData(api.inventory.stock.get.queryOptions({ variantId }))),
      queryClient.ensureQueryData(api.inventory.locations.list.queryOptions()),
      queryClient.ensureInfiniteQueryData(historyOf(api, variantId)),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Stock of an article`) }),
  component: ItemPage,
});

function ItemPage() {
  const { variantId } = Route.useParams();
  const api = useApi();
  const item = useSuspenseQuery(api.inventory.stock.get.queryOptions({ variantId })).data;
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const goodsName = useGoodsName();
  return (
    <div className="grid gap-8">
      <div className="grid gap-1">
        <Link to="/admin/stock" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All goods</Trans>
        </Link>
        <h1 className="text-h1">{goodsName(item)}</h1>
        <p className="break-all text-muted">{item.sku}</p>
      </div>
      <StockLevels item={item} editable={rights.includes("stock:write")} />
      <StockPolicyForm key={item.policy.version} item={item} editable={rights.includes("stock:write")} />
      <StockHolds holds={item.holds} />
      <StockHistory variantId={variantId} />
    </div>
  );
}
