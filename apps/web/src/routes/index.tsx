import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, getRouteApi, Link } from "@tanstack/react-router";
import { useApi, useVisitor } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { HeroPicture } from "#core/shell/hero-picture.tsx";
import { useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { quickAdd } from "#cart/quick-add.tsx";
import { ShelfRow } from "#search/shelf.tsx";

export const Route = createFileRoute("/")({
  loader: ({ context: { api, queryClient, visitor } }) =>
    queryClient.ensureQueryData(api.search.home.queryOptions({ currency: visitor.currency })).then(() => undefined),
  head: ({ match: { context } }) =>
    pageHead(context, {
      title: context.locale === "ru" ? "Витрина" : "Vitrina",
      description: context.i18n._(msg`Things for the home and the road that you will want to look at twice.`),
      path: "/",
      structured: [{ "@type": "WebSite", name: "Vitrina", url: context.origin }],
    }),
  component: HomePage,
});

function HomePage() {
  const { currency } = useVisitor();
  const { featured, newest, reduced } = useSuspenseQuery(useApi().search.home.queryOptions({ currency })).data;
  return (
    <div className="grid gap-12 pb-16 md:gap-16">
      <Hero />
      <div className="container-shop grid gap-12 md:gap-16">
        <CategoryTiles />
        <ShelfRow id="featured" title={<Trans>What people choose</Trans>} rows={featured} action={quickAdd} />
        <ShelfRow id="reduced" title={<Trans>Now cheaper</Trans>} rows={reduced} action={quickAdd} />
        <ShelfRow id="newest" title={<Trans>New on the shelf</Trans>} rows={newest} action={quickAdd} />
      </div>
    </div>
  );
}

/** One sentence and one button beside the things on the shelf. The picture is light in every theme, so is its text. */
function Hero() {
  const { categories } = getRouteApi("__root__").useLoaderData();
  const [first] = categories;
  return (
    <section className="grid overflow-hidden bg-paper text-ink scheme-light">
      <HeroPicture className="h-56 w-full object-cover object-[85%_100%] md:col-start-1 md:row-start-1 md:h-[clamp(20rem,38vw,32rem)]" />
      <div className="container-shop grid content-center justify-items-start gap-4 py-6 max-md:order-first md:col-start-1 md:row-start-1">
        <h1 className="max-w-72 text-h1 md:max-w-md md:text-[clamp(1.75rem,3.4vw,3rem)]">
          <Trans>Things worth a second look</Trans>
        </h1>
        <p className="max-w-80 text-lead text-muted">
          <Trans>Honest prices, real stock, payment on delivery.</Trans>
        </p>
        {first && (
          <LinkButton to="/catalog/$slug" params={{ slug: first.slug }}>
            <Trans>Look around</Trans>
          </LinkButton>
        )}
      </div>
    </section>
  );
}

function CategoryTiles() {
  const { categories } = getRouteApi("__root__").useLoaderData();
  const localized = useLocalized();
  if (categories.length === 0) return null;
  return (
    <section aria-labelledby="categories" className="grid gap-4">
      <h2 id="categories" className="text-h2">
        <Trans>Shelves</Trans>
      </h2>
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-[repeat(auto-fit,minmax(150px,1fr))]">
        {categories.map(({ slug, name, count }) => (
          <li key={slug}>
            <Link
              to="/catalog/$slug"
              params={{ slug }}
              className="flex h-full min-h-24 flex-col justify-between gap-2 rounded-button border-b-2 border-shelf bg-linen p-4 hover:bg-shelf"
            >
              <span className="font-medium hyphens-auto">{localized(name)}</span>
              <span className="text-sm text-muted">
                <Plural value={count} one="# product" other="# products" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
