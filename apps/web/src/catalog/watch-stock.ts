import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import type { AppRouter } from "@vitrina/api-contract";
import type { ProductPage } from "#catalog/choose-variant.ts";

export type Shown = { variantId: string; availability: ProductPage["variants"][number]["availability"] }[];

/**
 * Tells what can be sold of these variants now and whenever it changes; what it answers ends it. A page that nobody looks
 * at gives its seat back, for a browser keeps few connections; what it missed it hears when it is looked at again.
 */
export function watchStock(variantIds: string[], onChange: (shown: Shown) => void): () => void {
  const { inventory } = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/trpc" })] });
  let stream: { unsubscribe(): void } | null = null;
  const follow = () => {
    stream?.unsubscribe();
    stream = document.hidden
      ? null
      : inventory.watch.subscribe({ variantIds }, { onData: ({ data }) => onChange(data), onError: () => {} });
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stream?.unsubscribe();
  };
}
