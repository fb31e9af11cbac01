import { useLingui } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type Order = inferOutput<Api["orders"]["get"]>;
export type OrderSummary = inferOutput<Api["orders"]["list"]>["orders"][number];

/** Where an order stands, in one word. */
export function useOrderStatus(): (order: Pick<Order, "state" | "fulfilmentState">) => string {
  const { t } = useLingui();
  return ({ state, fulfilmentState }) => {
    if (state === "cancelled") return t`Cancelled`;
    switch (fulfilmentState) {
      case "unfulfilled":
        return t`Being packed`;
      case "shipped":
        return t`On its way`;
      case "delivered":
        return t`Delivered`;
    }
  };
}

/** An entry of the timeline; unknown ones keep their code, so that nothing is hidden. */
export function useEventName(): (type: string) => string {
  const { t } = useLingui();
  return (type) => {
    switch (type) {
      case "placed":
        return t`Order placed`;
      case "shipped":
        return t`Handed to the courier`;
      case "delivered":
        return t`Delivered`;
      case "paid":
        return t`Paid`;
      case "completed":
        return t`Completed`;
      default:
        return type;
    }
  };
}

export function usePaymentName(): (state: Order["paymentState"]) => string {
  const { t } = useLingui();
  return (state) => {
    switch (state) {
      case "pending":
        return t`Payment on delivery`;
      case "authorised":
        return t`Payment authorised`;
      case "paid":
        return t`Paid`;
      case "refunded":
        return t`Refunded`;
      case "failed":
        return t`Payment failed`;
    }
  };
}
