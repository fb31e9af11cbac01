import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { PriceSheet } from "#admin/price-sheet.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const listed = (api: Api, q: string | undefined) =>
  api.pricing.prices.list.infiniteQueryOptions(q ? { q } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/prices/")({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === "string" && q.trim() !== "" ? { q: q.slice(0, 100) } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { q } }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(listed(api, q));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Prices`) }),
  component: PricesPage,
});

function PricesPage() {
  const { q } = Route.useSearch();
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Prices</Trans>
      </h1>
      <form method="get" role="search" className="grid grid-cols-[1fr_auto] items-end gap-2 sm:max-w-[32rem]">
        <Field label={<Trans>SKU or product</Trans>}>
          {(control) => (
            <TextInput {...control} name="q" type="search" maxLength={100} autoComplete="off" defaultValue={q ?? ""} />
          )}
        </Field>
        <Button type="submit" tone="secondary">
          <Trans>Find</Trans>
        </Button>
      </form>
      <Listed key={q} q={q} />
    </section>
  );
}

function Listed({ q }: { q: string | undefined }) {
  const api = useApi();
  const pages = useSuspenseInfiniteQuery(listed(api, q));
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const variants = pages.data.pages.flatMap((page) => page.variants);
  if (variants.length === 0)
    return (
      <EmptyState title={q ? <Trans>Nothing was found</Trans> : <Trans>There are no products yet</Trans>}>
        <p>
          <Trans>Type the beginning of a SKU as it is written, or words of a published product.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <>
      <PriceSheet variants={variants} editable={rights.includes("prices:write")} />
      <ShowMore pages={pages} />
    </>
  );
}
