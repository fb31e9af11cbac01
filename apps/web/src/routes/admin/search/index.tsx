import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { ZeroResults } from "#admin/zero-results.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/search/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    const { tuning } = api.search;
    await Promise.all([
      queryClient.ensureQueryData(tuning.synonyms.queryOptions()),
      queryClient.ensureQueryData(tuning.queryRules.queryOptions()),
      queryClient.ensureQueryData(tuning.zeroResults.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Search`) }),
  component: TuningPage,
});

function TuningPage() {
  return (
    <div className="grid gap-10">
      <div className="grid gap-4">
        <h1 className="text-h1">
          <Trans>Search</Trans>
        </h1>
        <p className="max-w-[65ch] text-muted">
          <Trans>
            The shop understands forms of words, typos and the wrong keyboard by itself. Here it learns what people call
            your goods, and which products stand first or last for a search.
          </Trans>
        </p>
      </div>
      <ZeroResults />
      <Synonyms />
      <QueryRules />
    </div>
  );
}

function Synonyms() {
  const synonyms = useSuspenseQuery(useApi().search.tuning.synonyms.queryOptions()).data;
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-h2">
          <Trans>Synonyms</Trans>
        </h2>
        <LinkButton tone="secondary" to="/admin/search/synonyms/$id" params={{ id: "new" }}>
          <Trans>New synonyms</Trans>
        </LinkButton>
      </div>
      {synonyms.length === 0 && (
        <EmptyState title={<Trans>No synonyms yet</Trans>}>
          <p>
            <Trans>Tell which words mean the same: who searches for one finds the others.</Trans>
          </p>
        </EmptyState>
      )}
      <ul className="grid">
        {synonyms.map(({ id, kind, language, phrases: [first, ...others] }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <Link
              to="/admin/search/synonyms/$id"
              params={{ id }}
              className="inline-flex min-h-11 min-w-0 items-center break-words text-spruce underline"
            >
              {first} {kind === "group" ? "=" : "→"} {others.join(", ")}
            </Link>
            {language && (
              <span className="text-muted">
                {language === "ru" ? <Trans>in Russian only</Trans> : <Trans>in English only</Trans>}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function QueryRules() {
  const rules = useSuspenseQuery(useApi().search.tuning.queryRules.queryOptions()).data;
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-h2">
          <Trans>Products first or last</Trans>
        </h2>
        <LinkButton tone="secondary" to="/admin/search/queries/$id" params={{ id: "new" }}>
          <Trans>New rule of a query</Trans>
        </LinkButton>
      </div>
      {rules.length === 0 && (
        <EmptyState title={<Trans>No query has a rule yet</Trans>}>
          <p>
            <Trans>Choose what stands first, or last, when somebody searches for a phrase.</Trans>
          </p>
        </EmptyState>
      )}
      <ul className="grid">
        {rules.map(({ id, query, pinned, buried }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <Link
              to="/admin/search/queries/$id"
              params={{ id }}
              className="inline-flex min-h-11 min-w-0 items-center break-words text-spruce underline"
            >
              {query}
            </Link>
            <span className="text-muted">
              <Plural value={pinned.length} _0="none first" one="# first" other="# first" />
              {" · "}
              <Plural value={buried.length} _0="none last" one="# last" other="# last" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
