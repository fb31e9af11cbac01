import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ProductPage } from "#catalog/choose-variant.ts";
import type { Shown } from "#catalog/watch-stock.ts";
import { useApi } from "#core/app.ts";

/** As many variants as one stream tells of. */
const MOST = 50;

const whenIdle = (work: () => void): (() => void) => {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(work, 2_000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: 5_000 });
  return () => cancelIdleCallback(handle);
};

/**
 * Keeps what the page says of stock true while somebody looks at it. What speaks to the server is loaded once the page
 * rests; without it, or without a free seat, the page shows what it was drawn with, and the cart knows better.
 */
export function useLiveStock({ slug, currency, variants }: ProductPage): void {
  const queryClient = useQueryClient();
  const queryKey = useApi().search.product.queryKey({ slug, currency });
  const ids = variants
    .slice(0, MOST)
    .map(({ id }) => id)
    .join();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    const start = async () => {
      const { watchStock } = await import("#catalog/watch-stock.ts");
      if (gone) return;
      stop = watchStock(ids.split(","), (shown) =>
        queryClient.setQueryData<ProductPage>(JSON.parse(key) as unknown[], (page) => page && withStock(page, shown)),
      );
    };
    // Offline the script does not come, and nothing is amiss.
    const forget = whenIdle(() => void start().catch(() => {}));
    return () => {
      gone = true;
      forget();
      stop();
    };
  }, [ids, key, queryClient]);
}

function withStock(page: ProductPage, shown: Shown): ProductPage {
  const known = new Map(shown.map(({ variantId, availability }) => [variantId, availability]));
  const variants = page.variants.map((variant) => ({
    ...variant,
    availability: known.get(variant.id) ?? variant.availability,
  }));
  return { ...page, variants };
}
