import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/types/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.catalog.types.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Product types`) }),
  component: TypesPage,
});

function TypesPage() {
  const types = useSuspenseQuery(useApi().catalog.types.list.queryOptions()).data;
  const localized = useLocalized();
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Product types</Trans>
        </h1>
        <LinkButton to="/admin/types/$id" params={{ id: "new" }}>
          <Trans>New product type</Trans>
        </LinkButton>
      </div>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          A type says what its products tell of themselves: a mug its volume and glaze, a lamp its power. What is needed
          must be filled in before a product is published.
        </Trans>
      </p>
      {types.length === 0 ? (
        <EmptyState title={<Trans>No product types yet</Trans>}>
          <p className="max-w-prose">
            <Trans>Products can do without. With a type nobody forgets what shoppers ask for.</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {types.map(({ id, code, name, attributes }) => (
            <li key={id} className="grid content-start gap-1 border-t border-edge pt-3">
              <Link
                to="/admin/types/$id"
                params={{ id }}
                className="inline-flex min-h-11 items-center text-base font-semibold text-spruce underline"
              >
                {localized(name)}
              </Link>
              <p className="text-muted">
                <Plural value={attributes.length} _0="No attributes" one="# attribute" other="# attributes" />
                {" · "}
                <code className="break-all">{code}</code>
              </p>
              <p>{attributes.map((attribute) => localized(attribute.name)).join(", ")}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
