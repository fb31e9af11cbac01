import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { BulkActs } from "#admin/bulk-acts.tsx";
import { isUnderWay } from "#admin/bulk-model.ts";
import { BulkProgress } from "#admin/bulk-progress.tsx";
import { BulkRows } from "#admin/bulk-rows.tsx";
import { useChangeText } from "#admin/bulk-texts.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";

export const Route = createFileRoute("/admin/products/bulk/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (visitor.staff) await orNotFound(queryClient.ensureQueryData(api.catalog.bulk.get.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Change of several products`) }),
  component: BulkPage,
});

function BulkPage() {
  const { id } = Route.useParams();
  const text = useChangeText();
  const sheet = useSuspenseQuery({
    ...useApi().catalog.bulk.get.queryOptions({ id }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? 1_000 : false),
  }).data;
  const { change, target, counts, state, version } = sheet;
  const round = `${state} ${version}`;
  return (
    <div className="grid gap-8">
      <div className="grid gap-2">
        <Link to="/admin/products/bulk" className="inline-flex min-h-11 items-center text-muted hover:underline">
          <Trans>All changes of several products</Trans>
        </Link>
        <h1 className="text-h1 wrap-anywhere">{text(change, target)}</h1>
      </div>
      <BulkProgress sheet={sheet} />
      <div className="grid gap-4">
        <BulkActs sheet={sheet} />
        {!isUnderWay(sheet) && (
          <a
            href={`/download/bulk-edits/${id}/products.csv`}
            className="inline-flex min-h-11 items-center justify-self-start text-spruce underline"
          >
            <Trans>Download the result of each product as CSV</Trans>
          </a>
        )}
      </div>
      {counts.kept > 0 && (
        <BulkRows
          key={`kept ${round}`}
          sheet={sheet}
          title={<Trans>Left alone, because somebody changed them since</Trans>}
          outcomes={["kept"]}
        />
      )}
      <BulkRows
        key={`refused ${round}`}
        sheet={sheet}
        title={state === "checked" ? <Trans>Would be refused</Trans> : <Trans>Refused</Trans>}
        outcomes={["refused"]}
      />
      <BulkRows
        key={`changed ${round}`}
        sheet={sheet}
        title={state === "checked" ? <Trans>Would change</Trans> : <Trans>Changed products</Trans>}
        outcomes={["ready", "changed", "restored"]}
      />
    </div>
  );
}
