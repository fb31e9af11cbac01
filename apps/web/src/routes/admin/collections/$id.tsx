import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { CollectionEditor } from "#admin/collection-editor.tsx";
import { CollectionMembers, membersOfCollection } from "#admin/collection-members.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useLocalized } from "#core/texts.ts";

/** While a new rule is being asked of the catalogue, the numbers are looked at again so often, milliseconds. */
const AGAIN = 1500;

export const Route = createFileRoute("/admin/collections/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff || id === "new") return;
    await orNotFound(queryClient.ensureQueryData(api.catalog.collections.get.queryOptions({ id })));
    await queryClient.ensureInfiniteQueryData(membersOfCollection(api, id));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Collection`) }),
  component: CollectionPage,
});

function CollectionPage() {
  const { id } = Route.useParams();
  return (
    <div className="grid gap-2">
      <Link to="/admin/collections" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All collections</Trans>
      </Link>
      {id === "new" ? (
        <section className="grid gap-4">
          <h1 className="text-h1">
            <Trans>New collection</Trans>
          </h1>
          <CollectionEditor collection={null} />
        </section>
      ) : (
        <KnownCollection id={id} />
      )}
    </div>
  );
}

function KnownCollection({ id }: { id: string }) {
  const localized = useLocalized();
  const collection = useSuspenseQuery({
    ...useApi().catalog.collections.get.queryOptions({ id }),
    refetchInterval: ({ state }) => (state.data?.filling ? AGAIN : false),
  }).data;
  const { version, name, products, filling, visible, slug } = collection;
  return (
    <div className="grid gap-10">
      <section className="grid gap-4">
        <h1 className="text-h1">{localized(name)}</h1>
        {visible && (
          <p>
            <Link
              to="/collection/$slug"
              params={{ slug }}
              className="inline-flex min-h-11 items-center text-spruce underline"
            >
              <Trans>Look at its page</Trans>
            </Link>
          </p>
        )}
        <CollectionEditor key={version} collection={collection} />
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Products</Trans>
        </h2>
        <p role="status">
          {filling ? (
            <Trans>The new rule is being asked of the catalogue; so far products in it: {products}.</Trans>
          ) : (
            <Plural
              value={products}
              _0="No published product is in it now."
              one="# published product is in it now."
              other="# published products are in it now."
            />
          )}
        </p>
        <CollectionMembers key={`${version} ${filling}`} collection={collection} />
      </section>
    </div>
  );
}
