import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { formatMoment } from "#admin/format-moment.ts";
import { StockNavigation } from "#admin/stock-navigation.tsx";
import { usePlaceName } from "#admin/stock-terms.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

const transfersOf = (api: Api) =>
  api.inventory.transfers.list.infiniteQueryOptions(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

export const Route = createFileRoute("/admin/stock/transfers/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      queryClient.ensureInfiniteQueryData(transfersOf(api)),
      queryClient.ensureQueryData(api.inventory.locations.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Transfers`) }),
  component: TransfersPage,
});

function TransfersPage() {
  const api = useApi();
  const pages = useSuspenseInfiniteQuery(transfersOf(api));
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const locale = useLocale();
  const placeName = usePlaceName();
  const transfers = pages.data.pages.flatMap((page) => page.transfers);
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Transfers</Trans>
        </h1>
        {rights.includes("stock:write") && (
          <LinkButton to="/admin/stock/transfers/$id" params={{ id: "new" }}>
            <Trans>New transfer</Trans>
          </LinkButton>
        )}
      </div>
      <StockNavigation />
      {transfers.length === 0 ? (
        <EmptyState title={<Trans>No transfers yet</Trans>}>
          <p>
            <Trans>Goods that go from one place to another are not for sale until they have arrived.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul>
          {transfers.map(({ id, fromId, toId, state, pieces, sentAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
              <Link
                to="/admin/stock/transfers/$id"
                params={{ id }}
                className="inline-flex min-h-11 items-center font-medium text-spruce underline"
              >
                {placeName(fromId)} → {placeName(toId)}
              </Link>
              <span>
                <Plural value={pieces} one="# piece" other="# pieces" />
              </span>
              <span>
                {state === "sent" ? (
                  <strong>
                    <Trans>On the way</Trans>
                  </strong>
                ) : (
                  <Trans>Arrived</Trans>
                )}
              </span>
              <span className="text-muted tabular-nums">{formatMoment(locale, sentAt)}</span>
            </li>
          ))}
        </ul>
      )}
      <ShowMore pages={pages} />
    </section>
  );
}
