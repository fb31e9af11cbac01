import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import type { Attribute } from "#admin/attribute-model.ts";
import { useAttributeTypeNames } from "#admin/attribute-texts.ts";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { useLocalized } from "#core/texts.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

const found = (api: Api, q: string | undefined) =>
  api.catalog.attributes.list.infiniteQueryOptions(q ? { q } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const Route = createFileRoute("/admin/attributes/")({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === "string" && q.trim() !== "" ? { q: q.slice(0, 100) } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { q } }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(found(api, q));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Attributes`) }),
  component: AttributesPage,
});

function AttributesPage() {
  const { q } = Route.useSearch();
  const pages = useSuspenseInfiniteQuery(found(useApi(), q));
  const attributes = pages.data.pages.flatMap((page) => page.attributes);
  return (
    <section className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-h1">
          <Trans>Attributes</Trans>
        </h1>
        <LinkButton to="/admin/attributes/edit">
          <Trans>New attribute</Trans>
        </LinkButton>
      </div>
      <p className="max-w-[65ch] text-muted">
        <Trans>
          What products can say of themselves: weight in grams, material, glaze. Product types put them together, and
          lists offer them as filters.
        </Trans>
      </p>
      <form method="get" role="search" className="grid grid-cols-[1fr_auto] items-end gap-2 sm:max-w-[32rem]">
        <Field label={<Trans>Name or code</Trans>}>
          {(control) => (
            <TextInput {...control} name="q" type="search" maxLength={100} autoComplete="off" defaultValue={q ?? ""} />
          )}
        </Field>
        <Button type="submit" tone="secondary">
          <Trans>Find</Trans>
        </Button>
      </form>
      {attributes.length === 0 ? <NoAttributes sought={q !== undefined} /> : <AttributeList attributes={attributes} />}
      <ShowMore pages={pages} />
    </section>
  );
}

const NoAttributes = ({ sought }: { sought: boolean }) =>
  sought ? (
    <EmptyState title={<Trans>No attribute is called so</Trans>}>
      <Link to="/admin/attributes" className="inline-flex min-h-11 items-center text-spruce underline">
        <Trans>Show all attributes</Trans>
      </Link>
    </EmptyState>
  ) : (
    <EmptyState title={<Trans>No attributes yet</Trans>}>
      <p className="max-w-prose">
        <Trans>Make the first one, or import products: attributes come with them.</Trans>
      </p>
    </EmptyState>
  );

function AttributeList({ attributes }: { attributes: Attribute[] }) {
  const localized = useLocalized();
  const types = useAttributeTypeNames();
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {attributes.map(({ code, name, unit, type, filterable }) => (
        <li key={code} className="grid content-start border-b border-line py-2">
          <Link
            to="/admin/attributes/edit"
            search={{ code }}
            className="inline-flex min-h-11 items-center font-medium text-spruce underline"
          >
            {localized(name) || code}
          </Link>
          <p className="text-muted">
            {types[type]}
            {unit && `, ${localized(unit)}`}
            {filterable === false && (
              <>
                {" · "}
                <Trans>no filter</Trans>
              </>
            )}
            {" · "}
            <code className="break-all">{code}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
