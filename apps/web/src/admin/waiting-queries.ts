import type { QueryClient } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";

/** How often what waits is asked for anew, and for how long an answer serves, milliseconds. */
const AGAIN = 60_000;
const FRESH = 5_000;
const POLLED = { refetchInterval: AGAIN, staleTime: FRESH };

/** All that waits for somebody with these rights, asked for ahead of the page. What cannot be told leaves the others. */
export async function askWaiting(api: Api, queryClient: QueryClient, rights: readonly string[]): Promise<void> {
  const { orders, inventory, catalog, search } = api;
  const asked = {
    "orders:manage": () => [queryClient.prefetchQuery(orders.admin.waiting.queryOptions(undefined, POLLED))],
    "stock:read": () => [
      queryClient.prefetchQuery(inventory.stock.waiting.queryOptions(undefined, POLLED)),
      queryClient.prefetchQuery(inventory.drift.list.queryOptions(undefined, POLLED)),
      queryClient.prefetchQuery(orders.allocations.list.queryOptions(undefined, POLLED)),
    ],
    "catalog:import": () => [queryClient.prefetchQuery(catalog.imports.waiting.queryOptions(undefined, POLLED))],
    "catalog:write": () => [queryClient.prefetchQuery(catalog.bulk.waiting.queryOptions(undefined, POLLED))],
    "search:tune": () => [
      queryClient.prefetchQuery(search.tuning.lag.queryOptions(undefined, POLLED)),
      queryClient.prefetchQuery(search.tuning.zeroResults.queryOptions(undefined, POLLED)),
    ],
  };
  await Promise.all(Object.entries(asked).flatMap(([right, ask]) => (rights.includes(right) ? ask() : [])));
}

/** The same, asked for anew once a minute while the page is looked at; what is not known, or may not be, is undefined. */
export function useWaiting(rights: readonly string[]) {
  const { orders, inventory, catalog, search } = useApi();
  const by = (right: string) => ({ ...POLLED, enabled: rights.includes(right) });
  return {
    orders: useQuery(orders.admin.waiting.queryOptions(undefined, by("orders:manage"))).data,
    stock: useQuery(inventory.stock.waiting.queryOptions(undefined, by("stock:read"))).data,
    drifts: useQuery(inventory.drift.list.queryOptions(undefined, by("stock:read"))).data,
    misallocations: useQuery(orders.allocations.list.queryOptions(undefined, by("stock:read"))).data,
    imports: useQuery(catalog.imports.waiting.queryOptions(undefined, by("catalog:import"))).data,
    bulk: useQuery(catalog.bulk.waiting.queryOptions(undefined, by("catalog:write"))).data,
    lag: useQuery(search.tuning.lag.queryOptions(undefined, by("search:tune"))).data,
    zeroResults: useQuery(search.tuning.zeroResults.queryOptions(undefined, by("search:tune"))).data,
  };
}
