import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";

export type StockItem = inferOutput<Api["inventory"]["stock"]["list"]>["items"][number];
export type StockPlace = inferOutput<Api["inventory"]["locations"]["list"]>[number];
export type StockMovement = inferOutput<Api["inventory"]["stock"]["movements"]>["movements"][number];

/** What movements are called. */
export function useMovementNames(): Record<StockMovement["kind"], string> {
  const { t } = useLingui();
  return {
    received: t`Received`,
    adjusted: t`Corrected`,
    counted: t`Counted`,
    imported: t`Imported`,
    shipped: t`Shipped to a buyer`,
    returned: t`Returned by a buyer`,
    sent: t`Sent to another place`,
    arrived: t`Arrived from another place`,
    lost: t`Lost on the way`,
    repaired: t`Book set right`,
  };
}

/** Goods that are sold before they are here are booked in it; no list of places has it. */
const PROMISE_PLACE = "00000000-0000-7000-8000-000000000003";

/** Names of places by their ids; one that is gone has its code of old in no list, and is called so. */
export function usePlaceName(): (id: string) => string {
  const { t } = useLingui();
  const localized = useLocalized();
  const places = useQuery(useApi().inventory.locations.list.queryOptions()).data ?? [];
  return (id) => {
    if (id === PROMISE_PLACE) return t`On back-order`;
    const place = places.find((each) => each.id === id);
    return place ? localized(place.name) : t`A place that is gone`;
  };
}
