import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import type { Api } from "#core/api.ts";
import { useApi, useVisitor } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { slugParam } from "#core/load.ts";
import { orGone } from "#core/moved.ts";
import { textOf, wholeOf } from "#core/search-params.ts";
import { breadcrumbList } from "#core/structured.ts";
import { localizedText, useLocalized } from "#core/texts.ts";
import { Breadcrumbs } from "#core/ui/navigation.tsx";
import { AddToCartButton } from "#cart/add-to-cart-button.tsx";
import { quickAdd } from "#cart/quick-add.tsx";
import { BuyBox } from "#catalog/buy-box.tsx";
import { chooseVariant, type ProductPage, sellable } from "#catalog/choose-variant.ts";
import { GonePage } from "#catalog/gone-page.tsx";
import { Gallery } from "#catalog/gallery.tsx";
import { useLiveStock } from "#catalog/use-live-stock.ts";
import { productStructured } from "#catalog/product-structured.ts";
import { Specifications } from "#catalog/specifications.tsx";
import { TellMe } from "#catalog/tell-me.tsx";
import { DeliveryEstimate } from "#catalog/delivery-estimate.tsx";
import { ReviewForm } from "#reviews/review-form.tsx";
import { ReviewList } from "#reviews/review-list.tsx";
import { ReviewSummary } from "#reviews/review-summary.tsx";
import { LinkedShelves } from "#search/linked-shelves.tsx";

interface ProductSearch {
  /** SKU of the chosen variant. */
  v?: string | undefined;
  /** Shows only reviews with so many stars. */
  stars?: number | undefined;
  /** What asking to be told came to, where there is no script. */
  notice?: string | undefined;
}

const reviewsOf = (api: Api, productId: string, stars: number | undefined) =>
  api.reviews.list.infiniteQueryOptions(
    { productId, ...(stars !== undefined && { rating: stars }) },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

export const Route = createFileRoute("/p/$slug")({
  params: { parse: slugParam },
  validateSearch: (raw): ProductSearch => ({
    v: textOf(raw, "v"),
    stars: wholeOf(raw, "stars", [1, 5]),
    notice: textOf(raw, "notice"),
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, params: { slug }, deps }) => {
    const { api, queryClient, visitor } = context;
    const { currency } = visitor;
    const loading = queryClient.ensureQueryData(api.search.product.queryOptions({ slug, currency }));
    // The page stands without them.
    const beside = Promise.allSettled([
      queryClient.ensureQueryData(api.search.linked.queryOptions({ slug, currency })),
      queryClient.ensureQueryData(api.orders.delivery.queryOptions({ currency })),
    ]);
    const found = await orGone(loading, context, { kind: "product", slug, pathOf: (now) => `/p/${now}` });
    await beside;
    if ("gone" in found) return found;
    await queryClient.ensureInfiniteQueryData(reviewsOf(api, found.thing.id, deps.stars));
    return { gone: null };
  },
  head: ({ match, params: { slug } }) => {
    const { context, search } = match;
    const { api, queryClient, visitor, locale } = context;
    const product = queryClient.getQueryData(api.search.product.queryKey({ slug, currency: visitor.currency }));
    if (!product) return pageHead(context, { title: context.i18n._(msg`No longer sold`) });
    return pageHead(context, {
      title: localizedText(product.name, locale),
      description: localizedText(product.description, locale),
      path: `/p/${slug}`,
      structured: [
        productStructured(context, product, chooseVariant(product, search.v)),
        breadcrumbList(context, product.breadcrumb),
      ],
    });
  },
  component: ProductRoute,
});

function ProductRoute() {
  const { gone } = Route.useLoaderData();
  const { slug } = Route.useParams();
  return (
    <div className="container-shop pb-16">
      {gone ? <GonePage gone={gone} /> : <ForSale />}
      <LinkedShelves slug={slug} action={quickAdd} />
      {!gone && <Reviews />}
    </div>
  );
}

function useProduct(): ProductPage {
  const { slug } = Route.useParams();
  const { currency } = useVisitor();
  return useSuspenseQuery(useApi().search.product.queryOptions({ slug, currency })).data;
}

function ForSale() {
  const { v, notice } = Route.useSearch();
  const { t } = useLingui();
  const localized = useLocalized();
  const product = useProduct();
  const chosen = chooseVariant(product, v);
  useLiveStock(product);

  return (
    <>
      <Breadcrumbs
        crumbs={[
          { name: t`Home`, link: { to: "/" } },
          ...product.breadcrumb.map((each) => ({
            name: localized(each.name),
            link: { to: "/catalog/$slug", params: { slug: each.slug } } as const,
          })),
        ]}
      />
      <div className="grid gap-6 md:grid-cols-[5fr_3fr] md:gap-10 lg:grid-cols-[7fr_4fr] lg:gap-16">
        <Gallery pictures={product.pictures} first={chosen?.picture ?? 0} />
        <BuyBox product={product} chosen={chosen} buy={({ id }) => <AddToCartButton key={id} variantId={id} />}>
          <DeliveryEstimate amount={chosen?.price?.amount ?? null} />
          <p className="text-sm text-muted">
            <Trans>You pay on receipt and can return the goods within 14 days.</Trans>
          </p>
          {chosen?.price && !sellable(chosen) && <TellMe key={chosen.id} variantId={chosen.id} outcome={notice} />}
        </BuyBox>
      </div>
      <div className="grid gap-12 pt-12 lg:grid-cols-[7fr_4fr] lg:gap-16">
        <Description product={product} />
        <section aria-labelledby="specifications">
          <h2 id="specifications" className="pb-4 text-h2">
            <Trans>Details</Trans>
          </h2>
          <Specifications product={product} chosen={chosen} />
        </section>
      </div>
    </>
  );
}

function Description({ product }: { product: ProductPage }) {
  const localized = useLocalized();
  const text = localized(product.description);
  if (!text) return <div />;
  return (
    <section aria-labelledby="description">
      <h2 id="description" className="pb-4 text-h2">
        <Trans>Description</Trans>
      </h2>
      <p className="max-w-prose whitespace-pre-line">{text}</p>
    </section>
  );
}

function Reviews() {
  const { id, slug, rating } = useProduct();
  const { stars } = Route.useSearch();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    reviewsOf(useApi(), id, stars),
  );
  const { mean } = rating;
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="scroll-mt-6 pt-12">
      <h2 id="reviews-title" className="pb-4 text-h2">
        <Trans>Reviews</Trans>
      </h2>
      <ReviewForm productId={id} />
      {mean === null ? (
        <p className="text-muted">
          <Trans>No reviews yet. Whoever buys this can write the first one.</Trans>
        </p>
      ) : (
        <div className="grid gap-8 lg:grid-cols-[4fr_8fr] lg:gap-16">
          <ReviewSummary summary={{ ...rating, mean }} slug={slug} stars={stars} />
          <ReviewList
            reviews={data.pages.flatMap(({ reviews }) => reviews)}
            loading={isFetchingNextPage}
            onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          />
        </div>
      )}
    </section>
  );
}
