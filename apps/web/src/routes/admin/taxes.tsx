import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { TaxForm } from "#admin/tax-form.tsx";
import { TaxList } from "#admin/tax-list.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

const listed = (api: Api) =>
  api.pricing.taxes.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined });

export const Route = createFileRoute("/admin/taxes")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      queryClient.ensureInfiniteQueryData(listed(api)),
      queryClient.ensureQueryData(api.users.addresses.forms.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Taxes`) }),
  component: TaxesPage,
});

function TaxesPage() {
  const api = useApi();
  const pages = useSuspenseInfiniteQuery(listed(api));
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const editable = rights.includes("prices:write");
  const rates = pages.data.pages.flatMap((page) => page.rates);
  const version = pages.data.pages[0]?.version ?? 0;
  return (
    <section className="grid gap-6">
      <div className="grid gap-3">
        <h1 className="text-h1">
          <Trans>Taxes</Trans>
        </h1>
        <p className="max-w-[65ch] text-muted">
          <Trans>
            What holds at the moment counts, in carts and for orders. A class without a tax is not taxed. Until an
            address is known, a cart is taxed where its currency is at home.
          </Trans>
        </p>
      </div>
      {rates.length === 0 ? (
        <EmptyState title={<Trans>No taxes yet</Trans>}>
          <p>
            <Trans>Nothing is taxed until you enter a tax.</Trans>
          </p>
        </EmptyState>
      ) : (
        <div className="grid gap-3">
          <TaxList rates={rates} version={version} now={pages.dataUpdatedAt} editable={editable} />
          <ShowMore pages={pages} />
        </div>
      )}
      {editable && (
        <section className="grid gap-4">
          <h2 className="text-h2">
            <Trans>Set or plan a tax</Trans>
          </h2>
          <TaxForm version={version} />
        </section>
      )}
    </section>
  );
}
