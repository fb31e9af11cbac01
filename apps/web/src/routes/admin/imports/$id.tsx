import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { ImportActs } from "#admin/import-acts.tsx";
import { ImportFaults } from "#admin/import-faults.tsx";
import { isUnderWay } from "#admin/import-model.ts";
import { ImportProgress } from "#admin/import-progress.tsx";
import { ImportRefusals } from "#admin/import-refusals.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";

export const Route = createFileRoute("/admin/imports/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (visitor.staff) await orNotFound(queryClient.ensureQueryData(api.catalog.imports.get.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Import`) }),
  component: ImportPage,
});

function ImportPage() {
  const { id } = Route.useParams();
  const sheet = useSuspenseQuery({
    ...useApi().catalog.imports.get.queryOptions({ id }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? 1_000 : false),
  }).data;
  return (
    <div className="grid gap-8">
      <div className="grid gap-2">
        <Link to="/admin/imports" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All imports</Trans>
        </Link>
        <h1 className="text-h1 break-all">{sheet.fileName}</h1>
      </div>
      <ImportProgress sheet={sheet} />
      <ImportActs sheet={sheet} />
      <ImportRefusals sheet={sheet} />
      <ImportFaults key={`${sheet.state} ${sheet.version}`} sheet={sheet} />
    </div>
  );
}
