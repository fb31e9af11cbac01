import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi } from "#core/app.ts";

const LINK = "inline-flex min-h-11 items-center text-spruce underline";

/** What was searched for and not found, with the ways to answer it. */
export function ZeroResults() {
  const { t } = useLingui();
  const queries = useSuspenseQuery(useApi().search.tuning.zeroResults.queryOptions()).data;
  return (
    <section className="grid gap-4">
      <h2 className="text-h2">
        <Trans>Searched for, and not found</Trans>
      </h2>
      <p className="max-w-[65ch] text-muted">
        <Trans>In the last 30 days, on several days or often; the most frequent first.</Trans>
      </p>
      {queries.length === 0 && (
        <p>
          <Trans>Nothing was asked for in vain.</Trans>
        </p>
      )}
      <ul className="grid">
        {queries.map(({ query, asked, days }) => (
          <li key={query} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span className="min-w-0 grow break-words">
              {query}{" "}
              <span className="text-muted">
                <Plural value={asked} one="# search" other="# searches" />
                {", "}
                <Plural value={days} one="on # day" other="on # days" />
              </span>
            </span>
            <Link
              to="/admin/search/synonyms/$id"
              params={{ id: "new" }}
              search={{ phrase: query }}
              aria-label={t`Make synonyms of ${query}`}
              className={LINK}
            >
              <Trans>Make synonyms</Trans>
            </Link>
            <Link
              to="/admin/search/queries/$id"
              params={{ id: "new" }}
              search={{ phrase: query }}
              aria-label={t`Choose products for ${query}`}
              className={LINK}
            >
              <Trans>Choose products</Trans>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
