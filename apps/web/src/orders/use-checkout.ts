import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import { newIdempotencyKey } from "@vitrina/api-contract/client";
import { useEffect, useRef, useState } from "react";
import type { Api } from "#core/api.ts";
import { useApp, useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import type { Country } from "#core/address/address-texts.ts";
import { refusalOf } from "#core/refusal.ts";

export type Quote = inferOutput<Api["orders"]["startCheckout"]>;
export type Placement = inferInput<Api["orders"]["placeOrder"]>;

/** Where the goods go, as far as the total depends on it; `region` as addresses write it, empty where none is known. */
export interface Place {
  country: Country;
  region: string;
}

/**
 * The way from cart to order. Goods are held and the total quoted as soon as the page is open, and again after each
 * choice; an order is placed only at the quote that was shown.
 */
export function useCheckout(initial: Place) {
  const { api, client } = useApp();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const [{ country, region }, setPlace] = useState(initial);
  const [deliveryCode, setDeliveryCode] = useState<string>();
  const [together, setTogether] = useState(false);
  const [quote, setQuote] = useState<Quote | null>(null);
  const attempt = useRef({ body: "", key: "" });

  const start = useMutation({
    mutationFn: () =>
      client.orders.startCheckout.mutate({ country, region, together, ...(deliveryCode && { deliveryCode }) }),
    onSuccess: setQuote,
  });
  const ask = start.mutate;
  useEffect(() => ask(), [ask, country, region, deliveryCode, together]);

  const place = useMutation({
    mutationFn: (placement: Placement) => {
      const body = JSON.stringify(placement);
      // A repeated submit of the same form is the same order, also when the first answer got lost.
      if (attempt.current.body !== body) attempt.current = { body, key: newIdempotencyKey() };
      return client.orders.placeOrder.mutate(placement, { context: { idempotencyKey: attempt.current.key } });
    },
    onSuccess: ({ token }) => {
      queryClient.removeQueries({ queryKey: [["cart"]] });
      window.location.assign(localizePath(locale, `/order/${token}`));
    },
    onError: (error) => {
      const refusal = refusalOf(error);
      if (refusal) attempt.current = { body: "", key: "" };
      if (refusal?.code === "orders.quote-changed") setQuote(refusal.details.quote);
      if (refusal?.code === "orders.address-gone")
        void queryClient.invalidateQueries({ queryKey: api.users.addresses.list.queryKey() });
    },
  });

  return { country, setPlace, setDeliveryCode, together, setTogether, quote, start, place };
}
export type Checkout = ReturnType<typeof useCheckout>;
