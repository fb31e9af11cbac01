import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link, notFound } from "@tanstack/react-router";
import { SynonymEditor } from "#admin/synonym-editor.tsx";
import { phraseOf } from "#admin/tuning-search.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/admin/search/synonyms/$id")({
  validateSearch: phraseOf,
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff) return;
    const synonyms = await queryClient.ensureQueryData(api.search.tuning.synonyms.queryOptions());
    if (id !== "new" && !synonyms.some((each) => each.id === id)) throw notFound();
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Synonyms`) }),
  component: SynonymPage,
});

function SynonymPage() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  const synonyms = useSuspenseQuery(useApi().search.tuning.synonyms.queryOptions()).data;
  const synonym = synonyms.find((each) => each.id === id) ?? null;
  return (
    <div className="grid gap-2">
      <Link to="/admin/search" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All rules of the search</Trans>
      </Link>
      <section className="grid gap-4">
        <h1 className="text-h1">{synonym ? <Trans>Synonyms</Trans> : <Trans>New synonyms</Trans>}</h1>
        <SynonymEditor key={`${id} ${synonym?.version ?? 0}`} synonym={synonym} {...search} />
      </section>
    </div>
  );
}
