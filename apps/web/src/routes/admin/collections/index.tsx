import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

const allCollections = (api: Api) =>
  api.catalog.collections.list.infiniteQueryOptions(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

export const Route = createFileRoute("/admin/collections/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(allCollections(api));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Collections`) }),
  component: CollectionsPage,
});

function CollectionsPage() {
  const pages = useSuspenseInfiniteQuery(allCollections(useApi()));
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const localized = useLocalized();
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Collections</Trans>
        </h1>
        <LinkButton to="/admin/collections/$id" params={{ id: "new" }}>
          <Trans>New collection</Trans>
        </LinkButton>
      </div>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          Products that belong together across categories: gifts under 1,000 roubles, all of one brand, what you chose
          for a holiday. Each collection has a page of its own to link to.
        </Trans>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={<Trans>No collections yet</Trans>} />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {rows.map(({ id, name, rule, products, visible, slug }) => (
            <li key={id} className="grid content-start gap-1 border-t border-edge pt-3">
              <Link
                to="/admin/collections/$id"
                params={{ id }}
                className="inline-flex min-h-11 items-center text-base font-semibold text-spruce underline"
              >
                {localized(name)}
              </Link>
              <p>
                {rule ? <Trans>By a rule</Trans> : <Trans>By hand</Trans>}
                {!visible && (
                  <>
                    {" · "}
                    <Trans>hidden from shoppers</Trans>
                  </>
                )}
                {" · "}
                <code className="break-all">{slug}</code>
              </p>
              <p className="text-muted">
                <Plural value={products} _0="Empty now" one="# product now" other="# products now" />
              </p>
            </li>
          ))}
        </ul>
      )}
      <ShowMore pages={pages} />
    </section>
  );
}
