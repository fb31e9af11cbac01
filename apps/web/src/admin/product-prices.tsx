import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PriceSheet } from "#admin/price-sheet.tsx";
import type { Product } from "#admin/product-model.ts";
import { useApi } from "#core/app.ts";
import { ShowMore } from "#core/ui/show-more.tsx";

/** What the variants of a product cost now, in each currency, for whoever may see prices. */
export function ProductPrices({ product: { id, variants } }: { product: Product }) {
  const api = useApi();
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const enabled = rights.includes("prices:read");
  const pages = useInfiniteQuery(
    api.pricing.prices.list.infiniteQueryOptions(
      { productId: id },
      { enabled, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const [sku] = variants.map((variant) => variant.sku);
  if (!enabled)
    return (
      <p className="text-muted">
        <Trans>Your role does not show prices.</Trans>
      </p>
    );
  if (sku === undefined)
    return (
      <p className="text-muted">
        <Trans>A price belongs to a variant: make one first.</Trans>
      </p>
    );
  return (
    <div className="grid gap-4">
      <PriceSheet
        variants={pages.data?.pages.flatMap((page) => page.variants) ?? []}
        editable={rights.includes("prices:write")}
      />
      <ShowMore pages={pages} />
      <p>
        <Link
          to="/admin/prices"
          search={{ q: sku }}
          className="inline-flex min-h-11 items-center text-spruce underline"
        >
          <Trans>To the prices of all products</Trans>
        </Link>
      </p>
    </div>
  );
}
