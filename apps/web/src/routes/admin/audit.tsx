import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link, notFound } from "@tanstack/react-router";
import { AuditFilters } from "#admin/audit-filters.tsx";
import { AuditList } from "#admin/audit-list.tsx";
import { filterOf, type AuditSearch, searchOf } from "#admin/audit-search.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { refusalOf } from "#core/refusal.ts";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const trail = (api: Api, search: AuditSearch) =>
  api.core.audit.list.infiniteQueryOptions(filterOf(search), {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/audit")({
  validateSearch: searchOf,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps }) => {
    if (!visitor.staff) return;
    await queryClient.ensureInfiniteQueryData(trail(api, deps)).catch((error: unknown) => {
      throw refusalOf(error)?.code === "auth.forbidden" ? notFound() : error;
    });
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Audit`) }),
  component: AuditPage,
});

function AuditPage() {
  const search = Route.useSearch();
  const pages = useSuspenseInfiniteQuery(trail(useApi(), search));
  const events = pages.data.pages.flatMap((page) => page.events);
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">
        <Trans>Audit</Trans>
      </h1>
      <AuditFilters key={JSON.stringify(search)} search={search} />
      {events.length === 0 ? (
        <EmptyState title={<Trans>No such acts</Trans>}>
          <Link to="/admin/audit" className="text-spruce underline">
            <Trans>Show all acts</Trans>
          </Link>
        </EmptyState>
      ) : (
        <AuditList events={events} />
      )}
      <ShowMore pages={pages}>
        <Trans>Earlier acts</Trans>
      </ShowMore>
    </section>
  );
}
