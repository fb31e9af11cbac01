import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { QueryRuleEditor } from "#admin/query-rule-editor.tsx";
import { phraseOf } from "#admin/tuning-search.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";

export const Route = createFileRoute("/admin/search/queries/$id")({
  validateSearch: phraseOf,
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (visitor.staff && id !== "new")
      await orNotFound(queryClient.ensureQueryData(api.search.tuning.queryRule.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Rule of a query`) }),
  component: QueryRulePage,
});

function QueryRulePage() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  return (
    <div className="grid gap-2">
      <Link to="/admin/search" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All rules of the search</Trans>
      </Link>
      <section className="grid gap-4">
        <h1 className="text-h1">
          {id === "new" ? <Trans>New rule of a query</Trans> : <Trans>Rule of a query</Trans>}
        </h1>
        {id === "new" ? <QueryRuleEditor rule={null} {...search} /> : <KnownRule id={id} />}
      </section>
    </div>
  );
}

function KnownRule({ id }: { id: string }) {
  const rule = useSuspenseQuery(useApi().search.tuning.queryRule.queryOptions({ id })).data;
  return <QueryRuleEditor key={rule.version} rule={rule} />;
}
