import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useBulkStates, useChangeText } from "#admin/bulk-texts.ts";
import { formatMoment } from "#admin/format-moment.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

const editsOf = (api: Api) =>
  api.catalog.bulk.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor });

export const Route = createFileRoute("/admin/products/bulk/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(editsOf(api));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Changes of several products`) }),
  component: BulkEditsPage,
});

function BulkEditsPage() {
  const found = useSuspenseInfiniteQuery({ ...editsOf(useApi()), refetchInterval: 5_000 });
  const rows = found.data.pages.flatMap((page) => page.rows);
  const text = useChangeText();
  const states = useBulkStates();
  const locale = useLocale();
  return (
    <div className="grid gap-4">
      <Link to="/admin/products" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All products</Trans>
      </Link>
      <h1 className="text-h1">
        <Trans>Changes of several products</Trans>
      </h1>
      {rows.length === 0 ? (
        <EmptyState title={<Trans>Nothing was changed so yet</Trans>}>
          <p>
            <Trans>Tick products in their list and choose what to do with them.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className="grid">
          {rows.map(({ id, change, state, products, createdAt }) => (
            <li key={id} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[2fr_1fr_1fr]">
              <Link
                to="/admin/products/bulk/$id"
                params={{ id }}
                className="inline-flex min-h-11 min-w-0 items-center wrap-anywhere text-spruce underline"
              >
                {text(change, null)}
              </Link>
              <span>
                {states[state]}
                <br />
                <span className="text-sm text-muted">{formatMoment(locale, createdAt)}</span>
              </span>
              <span className="text-muted">
                <Plural value={products} one="# product" other="# products" />
              </span>
            </li>
          ))}
        </ul>
      )}
      <ShowMore pages={found} />
    </div>
  );
}
