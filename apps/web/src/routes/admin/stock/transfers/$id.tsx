import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import { formatMoment } from "#admin/format-moment.ts";
import { TransferForm } from "#admin/transfer-form.tsx";
import { TransferReceipt } from "#admin/transfer-receipt.tsx";
import { usePlaceName } from "#admin/stock-terms.ts";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { orNotFound } from "#core/load.ts";

export const Route = createFileRoute("/admin/stock/transfers/$id")({
  loader: async ({ context: { api, queryClient, visitor }, params: { id } }) => {
    if (!visitor.staff) return;
    await queryClient.ensureQueryData(api.inventory.locations.list.queryOptions());
    if (id !== "new") await orNotFound(queryClient.ensureQueryData(api.inventory.transfers.get.queryOptions({ id })));
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`A transfer`) }),
  component: TransferPage,
});

function TransferPage() {
  const { id } = Route.useParams();
  return (
    <div className="grid gap-4">
      <Link to="/admin/stock/transfers" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All transfers</Trans>
      </Link>
      {id === "new" ? (
        <>
          <h1 className="text-h1">
            <Trans>New transfer</Trans>
          </h1>
          <TransferForm />
        </>
      ) : (
        <Known id={id} />
      )}
    </div>
  );
}

function Known({ id }: { id: string }) {
  const api = useApi();
  const locale = useLocale();
  const placeName = usePlaceName();
  const transfer = useSuspenseQuery(api.inventory.transfers.get.queryOptions({ id })).data;
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const [sent, arrived] = [transfer.sentAt, transfer.receivedAt].map((at) =>
    at === null ? null : formatMoment(locale, at),
  );
  return (
    <>
      <h1 className="text-h1">
        {placeName(transfer.fromId)} → {placeName(transfer.toId)}
      </h1>
      <p className="text-muted">
        <Trans>Sent: {sent}</Trans>
        {arrived !== null && (
          <>
            {" · "}
            <Trans>Arrived: {arrived}</Trans>
          </>
        )}
        {transfer.note !== null && <> · {transfer.note}</>}
      </p>
      <TransferReceipt
        key={transfer.version}
        transfer={transfer}
        editable={transfer.state === "sent" && rights.includes("stock:write")}
      />
    </>
  );
}
