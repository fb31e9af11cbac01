import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { AsOfForm } from "#admin/as-of-form.tsx";
import { AsOfList, asOfList } from "#admin/as-of-list.tsx";
import { AsOfProduct, asOfProduct } from "#admin/as-of-product.tsx";
import { type AsOfSearch, asOfSearch } from "#admin/as-of-search.ts";
import { useExplainAsOfRefusal } from "#admin/explain-as-of-refusal.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { refusalOf } from "#core/refusal.ts";
import { Alert } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/as-of")({
  validateSearch: asOfSearch,
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`The shop as of a moment`) }),
  component: AsOfPage,
});

function AsOfPage() {
  const search = Route.useSearch();
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>The shop as of a moment</Trans>
      </h1>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          Prices, promotions and what is published, as they were or will be. Public prices only; nothing here is shown
          to shoppers or changes anything.
        </Trans>
      </p>
      <AsOfForm search={search} />
      {search.at && <Found search={{ ...search, at: search.at }} />}
    </section>
  );
}

function Found({ search }: { search: AsOfSearch & { at: string } }) {
  const api = useApi();
  const explain = useExplainAsOfRefusal();
  const product = useQuery({ ...asOfProduct(api, search), enabled: search.slug !== undefined, retry: false });
  if (search.slug === undefined) return <AsOfList search={search} options={asOfList(api, search)} />;
  if (product.error) return <Alert>{explain(refusalOf(product.error))}</Alert>;
  if (!product.data)
    return (
      <p role="status" className="text-muted">
        <Trans>One moment…</Trans>
      </p>
    );
  return <AsOfProduct product={product.data} search={search} />;
}
