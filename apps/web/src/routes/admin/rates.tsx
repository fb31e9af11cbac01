import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { RateBookSection } from "#admin/rate-book.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

/** How often the page looks while the catalogue is gone through, milliseconds. */
const PACE = 2000;

export const Route = createFileRoute("/admin/rates")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.pricing.rates.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Rates`) }),
  component: RatesPage,
});

function RatesPage() {
  const api = useApi();
  const { data: books, dataUpdatedAt } = useSuspenseQuery(
    api.pricing.rates.list.queryOptions(undefined, {
      refetchInterval: ({ state }) => state.data?.some(({ filling }) => filling) && PACE,
    }),
  );
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  return (
    <section className="grid gap-8">
      <div className="grid gap-3">
        <h1 className="text-h1">
          <Trans>Rates</Trans>
        </h1>
        <p className="max-w-[65ch] text-muted">
          <Trans>
            A variant without a price in a currency is sold at the one it has in another, converted by the rate. A price
            that you set always wins; taken away, the converted one comes back.
          </Trans>
        </p>
      </div>
      {books.map((book) => (
        <RateBookSection
          key={book.currency}
          book={book}
          now={dataUpdatedAt}
          editable={rights.includes("prices:write")}
        />
      ))}
    </section>
  );
}
