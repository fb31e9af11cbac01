import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { WaitingCards } from "#admin/waiting-cards.tsx";
import { askWaiting } from "#admin/waiting-queries.ts";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/admin/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    const rights = await queryClient.ensureQueryData(api.auth.staff.rights.queryOptions());
    await askWaiting(api, queryClient, rights);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`To do`) }),
  component: FrontPage,
});

function FrontPage() {
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data ?? [];
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>To do</Trans>
      </h1>
      <WaitingCards rights={rights} />
    </section>
  );
}
