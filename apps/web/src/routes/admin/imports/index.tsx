import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { formatMoment } from "#admin/format-moment.ts";
import { useStateText } from "#admin/import-texts.ts";
import { ImportUpload } from "#admin/import-upload.tsx";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { ShowMore } from "#core/ui/show-more.tsx";
import { EmptyState } from "#core/ui/states.tsx";

const importsOf = (api: Api) =>
  api.catalog.imports.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor });

export const Route = createFileRoute("/admin/imports/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureInfiniteQueryData(importsOf(api));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Import and export`) }),
  component: ImportsPage,
});

const LINK = "inline-flex min-h-11 items-center text-spruce underline";

function ImportsPage() {
  return (
    <div className="grid gap-8">
      <h1 className="text-h1">
        <Trans>Import and export</Trans>
      </h1>
      <section className="grid gap-3">
        <h2 className="text-h2">
          <Trans>Bring products in</Trans>
        </h2>
        <ImportUpload />
      </section>
      <section className="grid gap-2">
        <h2 className="text-h2">
          <Trans>Take products out</Trans>
        </h2>
        <p className="max-w-[65ch] text-muted">
          <Trans>
            All products with texts, prices and stock, a row for each variant. Change what you like in a spreadsheet and
            bring the file in again: what you did not change stays as it is.
          </Trans>
        </p>
        <p className="flex flex-wrap gap-x-6">
          <a href="/download/catalogue.csv" className={LINK} download>
            <Trans>Download as CSV</Trans>
          </a>
          <a href="/download/catalogue.jsonl" className={LINK} download>
            <Trans>Download as lines of JSON</Trans>
          </a>
        </p>
      </section>
      <section className="grid gap-3">
        <h2 className="text-h2">
          <Trans>Imports so far</Trans>
        </h2>
        <Imports />
      </section>
    </div>
  );
}

function Imports() {
  const found = useSuspenseInfiniteQuery({ ...importsOf(useApi()), refetchInterval: 5_000 });
  const rows = found.data.pages.flatMap((page) => page.rows);
  const states = useStateText();
  const locale = useLocale();
  if (rows.length === 0)
    return (
      <EmptyState title={<Trans>No imports yet</Trans>}>
        <p>
          <Trans>Not sure about the columns? Download the products as CSV and look at its first row.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ul className="grid">
        {rows.map(({ id, fileName, state, createdAt, rows: read, created, changed, rejected }) => (
          <li key={id} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[2fr_1fr_1fr]">
            <Link to="/admin/imports/$id" params={{ id }} className={`${LINK} min-w-0 break-all`}>
              {fileName}
            </Link>
            <span>
              {states[state]}
              <br />
              <span className="text-sm text-muted">{formatMoment(locale, createdAt)}</span>
            </span>
            <span className="text-sm text-muted">
              <Trans>
                {read} rows: {created} new, {changed} changed, {rejected} rejected
              </Trans>
            </span>
          </li>
        ))}
      </ul>
      <ShowMore pages={found} />
    </>
  );
}
