import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { DriftList } from "#admin/drift-list.tsx";
import { LowStockNotice } from "#admin/low-stock-notice.tsx";
import { MisallocationList } from "#admin/misallocation-list.tsx";
import { StockNavigation } from "#admin/stock-navigation.tsx";
import { StockTable } from "#admin/stock-table.tsx";
import { SavedViews } from "#admin/saved-views.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const stockOf = (api: Api, q: string | undefined) =>
  api.inventory.stock.list.infiniteQueryOptions(q ? { q } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/stock/")({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === "string" && q !== "" ? { q: q.slice(0, 100) } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { q } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      queryClient.ensureInfiniteQueryData(stockOf(api, q)),
      queryClient.ensureQueryData(api.inventory.locations.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Stock`) }),
  component: StockPage,
});

function StockPage() {
  const { q } = Route.useSearch();
  const pages = useSuspenseInfiniteQuery(stockOf(useApi(), q));
  const items = pages.data.pages.flatMap((page) => page.items);
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Stock</Trans>
      </h1>
      <StockNavigation />
      <DriftList />
      <MisallocationList />
      <LowStockNotice />
      <form method="get" role="search" className="grid grid-cols-[1fr_auto] items-end gap-2 sm:max-w-[32rem]">
        <Field label={<Trans>SKU, barcode or name of the product</Trans>}>
          {(control) => (
            <TextInput {...control} name="q" type="search" maxLength={100} autoComplete="off" defaultValue={q ?? ""} />
          )}
        </Field>
        <Button type="submit" tone="secondary">
          <Trans>Find</Trans>
        </Button>
      </form>
      <SavedViews list="stock" search={q === undefined ? {} : { q }} />
      {items.length === 0 ? <Nothing searched={q !== undefined} /> : <StockTable items={items} />}
      <ShowMore pages={pages} />
    </section>
  );
}

const Nothing = ({ searched }: { searched: boolean }) =>
  searched ? (
    <EmptyState title={<Trans>No article was found</Trans>}>
      <p>
        <Trans>A SKU is found by its beginning, a barcode as a whole, a product by words of its name.</Trans>
      </p>
      <Link to="/admin/stock" className="text-spruce underline">
        <Trans>All goods</Trans>
      </Link>
    </EmptyState>
  ) : (
    <EmptyState title={<Trans>The shop has no goods yet</Trans>}>
      <p>
        <Trans>Import a catalogue first: then its goods are received here.</Trans>
      </p>
    </EmptyState>
  );
