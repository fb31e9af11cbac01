import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { SavedViews } from "#admin/saved-views.tsx";
import { TickedProducts } from "#admin/ticked-products.tsx";
import { PRODUCT_STATUSES, type ProductStatus } from "#admin/product-model.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

interface Search {
  status?: ProductStatus;
  q?: string;
}

const found = (api: Api, search: Search) =>
  api.catalog.products.list.infiniteQueryOptions(search, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/products/")({
  validateSearch: ({ status, q }: Record<string, unknown>): Search => {
    const known = PRODUCT_STATUSES.find((each) => each === status);
    return { ...(known && { status: known }), ...(typeof q === "string" && q !== "" && { q: q.slice(0, 200) }) };
  },
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(found(api, deps));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Products`) }),
  component: ProductsPage,
});

function ProductsPage() {
  const search = Route.useSearch();
  const pages = useSuspenseInfiniteQuery(found(useApi(), search));
  const products = pages.data.pages.flatMap((page) => page.products);
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Products</Trans>
        </h1>
        <div className="flex flex-wrap gap-3">
          <LinkButton to="/admin/products/bulk" tone="quiet">
            <Trans>Changes of several products</Trans>
          </LinkButton>
          <LinkButton to="/admin/products/new">
            <Trans>New product</Trans>
          </LinkButton>
        </div>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Views search={search} />
        <form method="get" role="search" className="flex w-full items-end gap-2 sm:w-auto">
          {search.status && <input type="hidden" name="status" value={search.status} />}
          <Field label={<Trans>Name, brand or SKU</Trans>}>
            {(control) => (
              <TextInput {...control} name="q" type="search" maxLength={200} defaultValue={search.q ?? ""} />
            )}
          </Field>
          <Button type="submit" tone="secondary">
            <Trans>Find</Trans>
          </Button>
        </form>
      </div>
      <SavedViews list="products" search={{ ...search }} />
      {products.length === 0 ? (
        <NoProducts chosen={Object.keys(search).length > 0} />
      ) : (
        <TickedProducts key={JSON.stringify(search)} products={products} filter={search} />
      )}
      <ShowMore pages={pages} />
    </section>
  );
}

/** Says what was not found, or that there is nothing yet. */
const NoProducts = ({ chosen }: { chosen: boolean }) =>
  chosen ? (
    <EmptyState title={<Trans>No products here</Trans>}>
      <p className="max-w-prose text-muted">
        <Trans>Words of the name may be cut short; a SKU is found by its beginning.</Trans>
      </p>
      <Link to="/admin/products" className="inline-flex min-h-11 items-center text-spruce underline">
        <Trans>Show all products</Trans>
      </Link>
    </EmptyState>
  ) : (
    <EmptyState title={<Trans>No products yet</Trans>}>
      <p className="max-w-prose">
        <Trans>Make the first one: shoppers do not see it before you publish it.</Trans>
      </p>
    </EmptyState>
  );

const LOOK =
  "inline-flex min-h-10 items-center border-b-2 border-transparent px-1 hover:border-edge aria-[current=page]:border-ink";

function Views({ search: { status: current, q } }: { search: Search }) {
  const names = {
    draft: <Trans>Drafts</Trans>,
    published: <Trans>Published</Trans>,
    archived: <Trans>Archived ones</Trans>,
  };
  const kept = q === undefined ? {} : { q };
  return (
    <ul className="flex flex-wrap gap-4">
      <li>
        <Link
          to="/admin/products"
          search={kept}
          activeOptions={{ exact: true }}
          className={LOOK}
          aria-current={current ? undefined : "page"}
        >
          <Trans>All</Trans>
        </Link>
      </li>
      {PRODUCT_STATUSES.map((status) => (
        <li key={status}>
          <Link
            to="/admin/products"
            search={{ ...kept, status }}
            className={LOOK}
            aria-current={current === status ? "page" : undefined}
          >
            {names[status]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
