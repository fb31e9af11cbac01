import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link, notFound } from "@tanstack/react-router";
import { TypeEditor } from "#admin/type-editor.tsx";
import type { ProductType } from "#admin/type-model.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";

export const Route = createFileRoute("/admin/types/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff || id === "new") return;
    const types = await queryClient.ensureQueryData(api.catalog.types.list.queryOptions());
    if (!types.some((type) => type.id === id)) throw notFound();
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Product type`) }),
  component: TypePage,
});

function TypePage() {
  const { id } = Route.useParams();
  const types = useSuspenseQuery(useApi().catalog.types.list.queryOptions()).data;
  const type = types.find((each) => each.id === id);
  return (
    <div className="grid gap-2">
      <Link to="/admin/types" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All product types</Trans>
      </Link>
      {type ? (
        <KnownType key={id} type={type} />
      ) : (
        <section className="grid gap-4">
          <h1 className="text-h1">
            <Trans>New product type</Trans>
          </h1>
          <TypeEditor type={null} />
        </section>
      )}
    </div>
  );
}

function KnownType({ type }: { type: ProductType }) {
  const localized = useLocalized();
  const use = useQuery(useApi().catalog.types.use.queryOptions({ id: type.id })).data;
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">{localized(type.name)}</h1>
      <p className="min-h-11 max-w-[65ch]" role="status">
        {use && (
          <Plural
            value={use.products}
            _0="No product is of this type yet."
            one="# product is of this type: a change concerns it. What is taken out here, it keeps."
            other="# products are of this type: a change concerns them all. What is taken out here, they keep."
          />
        )}
      </p>
      <TypeEditor type={type} />
    </section>
  );
}
