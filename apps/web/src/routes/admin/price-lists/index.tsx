import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { formatMoment } from "#admin/format-moment.ts";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/price-lists/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.pricing.lists.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Price lists`) }),
  component: PriceListsPage,
});

function PriceListsPage() {
  const api = useApi();
  const lists = useSuspenseQuery(api.pricing.lists.list.queryOptions()).data;
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const locale = useLocale();
  const localized = useLocalized();
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Price lists</Trans>
        </h1>
        {rights.includes("prices:write") && (
          <LinkButton to="/admin/price-lists/$id" params={{ id: "new" }}>
            <Trans>New list</Trans>
          </LinkButton>
        )}
      </div>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          Of the lists that hold for a shopper, the one of the highest priority decides, and of it the largest quantity
          that is reached. Without a list a variant costs what its own price says.
        </Trans>
      </p>
      {lists.length === 0 ? (
        <EmptyState title={<Trans>No price lists yet</Trans>}>
          <p>
            <Trans>For example: wholesale from ten pieces on, prices for a group, or a sale that ends by itself.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {lists.map(({ id, name, priority, groupName, country, from, until, entries }) => {
            const end = until === null ? null : formatMoment(locale, until);
            const begin = from === null ? null : formatMoment(locale, from);
            return (
              <li key={id} className="grid content-start gap-1 border-t border-edge pt-3">
                <Link
                  to="/admin/price-lists/$id"
                  params={{ id }}
                  className="inline-flex min-h-11 items-center text-base font-semibold text-spruce underline"
                >
                  {localized(name)}
                </Link>
                <p>
                  <Trans>Priority {priority}</Trans> · {groupName ? localized(groupName) : <Trans>For everybody</Trans>}
                  {country && ` · ${country}`}
                </p>
                <p className="text-muted">
                  {end === null ? <Trans>from {begin} on</Trans> : <span>{`${begin} – ${end}`}</span>} ·{" "}
                  <Plural value={entries} one="# price" other="# prices" />
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
