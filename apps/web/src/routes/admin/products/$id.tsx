import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { ProductPublishing } from "#admin/product-publishing.tsx";
import { PRODUCT_SECTIONS } from "#admin/product-sections.tsx";
import { PublicationMark } from "#admin/publication.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useLocalized } from "#core/texts.ts";

export const Route = createFileRoute("/admin/products/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff) return;
    await Promise.all([
      orNotFound(queryClient.ensureQueryData(api.catalog.products.get.queryOptions({ id }))),
      queryClient.ensureQueryData(api.catalog.types.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Product`) }),
  component: ProductPage,
});

function ProductPage() {
  const { id } = Route.useParams();
  const product = useSuspenseQuery(useApi().catalog.products.get.queryOptions({ id })).data;
  const localized = useLocalized();
  const { i18n } = useLingui();
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <Link to="/admin/products" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All products</Trans>
        </Link>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-h1">{localized(product.name)}</h1>
          <PublicationMark product={product} />
          {product.visible && (
            <Link
              to="/p/$slug"
              params={{ slug: product.slug }}
              className="inline-flex min-h-11 items-center text-spruce underline"
            >
              <Trans>See it in the shop</Trans>
            </Link>
          )}
        </div>
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-[2fr_1fr]">
        <div className="grid gap-10">
          {PRODUCT_SECTIONS.map(({ id: section, title, Section }) => (
            <section key={section} aria-labelledby={section} className="grid gap-4 border-t border-edge pt-4">
              <h2 id={section} className="text-h2">
                {i18n._(title)}
              </h2>
              <Section product={product} />
            </section>
          ))}
        </div>
        <ProductPublishing product={product} />
      </div>
    </div>
  );
}
