import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { LowStockTable } from "#admin/low-stock-table.tsx";
import { StockNavigation } from "#admin/stock-navigation.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const lowOf = (api: Api, place: string | undefined) =>
  api.inventory.stock.low.infiniteQueryOptions(place ? { locationId: place } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/stock/low")({
  validateSearch: ({ place }: Record<string, unknown>): { place?: string } =>
    typeof place === "string" && ID.test(place) ? { place } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { place } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      queryClient.ensureInfiniteQueryData(lowOf(api, place)),
      queryClient.ensureQueryData(api.inventory.locations.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Runs low`) }),
  component: LowStockPage,
});

function LowStockPage() {
  const { place } = Route.useSearch();
  const { inventory } = useApi();
  const localized = useLocalized();
  const pages = useSuspenseInfiniteQuery(lowOf(useApi(), place));
  const places = useQuery(inventory.locations.list.queryOptions()).data ?? [];
  const items = pages.data.pages.flatMap((page) => page.items);
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Runs low</Trans>
      </h1>
      <StockNavigation />
      <p className="max-w-prose text-muted">
        <Trans>
          What will be sold out within two weeks, if it sells as in the last four. What has not sold since is not here.
        </Trans>
      </p>
      <form method="get" className="grid grid-cols-[1fr_auto] items-end gap-2 sm:max-w-[32rem]">
        <Field label={<Trans>Place</Trans>}>
          {(control) => (
            <Select {...control} name="place" defaultValue={place ?? ""} key={places.length}>
              <option value="">
                <Trans>All places</Trans>
              </option>
              {places.map(({ id, name }) => (
                <option key={id} value={id}>
                  {localized(name)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" tone="secondary">
          <Trans>Show</Trans>
        </Button>
      </form>
      {items.length === 0 ? (
        <EmptyState title={<Trans>Nothing runs low</Trans>}>
          <p className="max-w-prose">
            <Trans>All that sells lasts for two weeks and more.</Trans>
          </p>
        </EmptyState>
      ) : (
        <LowStockTable items={items} />
      )}
      <ShowMore pages={pages} />
    </section>
  );
}
