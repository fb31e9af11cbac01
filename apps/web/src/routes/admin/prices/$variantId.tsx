import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { PriceChart } from "#admin/price-chart.tsx";
import { PriceForm } from "#admin/price-form.tsx";
import { PriceTimeline } from "#admin/price-timeline.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useLocalized } from "#core/texts.ts";
import { CURRENCIES } from "#core/visitor.ts";

export const Route = createFileRoute("/admin/prices/$variantId")({
  loader: async ({ context: { api, queryClient, visitor }, params: { variantId } }) => {
    const now = Date.now();
    if (visitor.staff)
      await orNotFound(queryClient.ensureQueryData(api.pricing.prices.timeline.queryOptions({ variantId })));
    return { now };
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Prices of a variant`) }),
  component: VariantPricesPage,
});

function VariantPricesPage() {
  const api = useApi();
  const { variantId } = Route.useParams();
  const { now } = Route.useLoaderData();
  const localized = useLocalized();
  const { variant, prices } = useSuspenseQuery(api.pricing.prices.timeline.queryOptions({ variantId })).data;
  const editable = (useQuery(api.auth.staff.rights.queryOptions()).data ?? []).includes("prices:write");
  const options = variant.optionNames.map(({ value }) => localized(value)).join(", ");
  return (
    <div className="grid gap-8">
      <div>
        <Link to="/admin/prices" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All prices</Trans>
        </Link>
        <h1 className="text-h1">
          {localized(variant.name)}
          {options && ` · ${options}`}
        </h1>
        <p className="break-all text-muted">{variant.sku}</p>
      </div>
      {editable && (
        <section className="grid gap-4">
          <h2 className="text-h2">
            <Trans>Set or plan a price</Trans>
          </h2>
          <PriceForm variant={variant} now={now} />
        </section>
      )}
      {CURRENCIES.map((currency) => {
        const own = prices.filter((price) => price.currency === currency);
        return (
          <section key={currency} className="grid gap-3">
            <h2 className="text-h2">{currency}</h2>
            {own.length === 0 ? (
              <p className="text-muted">
                <Trans>Not sold in this currency.</Trans>
              </p>
            ) : (
              <>
                <PriceChart prices={own} now={now} />
                <PriceTimeline prices={own} now={now} editable={editable} />
              </>
            )}
          </section>
        );
      })}
    </div>
  );
}
