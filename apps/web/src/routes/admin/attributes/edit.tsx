import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { AttributeEditor } from "#admin/attribute-editor.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";
import { useLocalized } from "#core/texts.ts";

/** Codes of imports follow no pattern, so the code is a question and no part of the path; without one it is a new attribute. */
export const Route = createFileRoute("/admin/attributes/edit")({
  validateSearch: ({ code }: Record<string, unknown>): { code?: string } =>
    (typeof code === "string" || typeof code === "number") && code !== "" ? { code: String(code).slice(0, 100) } : {},
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { api, queryClient, visitor }, deps: { code } }) => {
    if (visitor.staff && code !== undefined)
      await orNotFound(queryClient.ensureQueryData(api.catalog.attributes.get.queryOptions({ code })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Attribute`) }),
  component: AttributePage,
});

function AttributePage() {
  const { code } = Route.useSearch();
  return (
    <div className="grid gap-2">
      <Link to="/admin/attributes" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All attributes</Trans>
      </Link>
      {code === undefined ? (
        <section className="grid gap-4">
          <h1 className="text-h1">
            <Trans>New attribute</Trans>
          </h1>
          <AttributeEditor attribute={null} />
        </section>
      ) : (
        <KnownAttribute key={code} code={code} />
      )}
    </div>
  );
}

function KnownAttribute({ code }: { code: string }) {
  const localized = useLocalized();
  const attribute = useSuspenseQuery(useApi().catalog.attributes.get.queryOptions({ code })).data;
  return (
    <section className="grid gap-4">
      <h1 className="text-h1">{localized(attribute.name)}</h1>
      <Use code={code} />
      <AttributeEditor attribute={attribute} />
    </section>
  );
}

/** What a change would concern, told beforehand. */
function Use({ code }: { code: string }) {
  const use = useQuery(useApi().catalog.attributes.use.queryOptions({ code })).data;
  return (
    <p className="min-h-11 max-w-[65ch]" role="status">
      {use && (
        <>
          <Plural
            value={use.products}
            _0="No product says it yet."
            one="# product says it: a new name shows there at once."
            other="# products say it: a new name shows there at once."
          />{" "}
          <Plural
            value={use.types}
            _0="No product type has it."
            one="# product type has it."
            other="# product types have it."
          />
        </>
      )}
    </p>
  );
}
