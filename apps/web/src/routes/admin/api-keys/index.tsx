import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { KeyForm } from "#admin/key-form.tsx";
import { KeyList } from "#admin/key-list.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/admin/api-keys/")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.auth.keys.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Keys for programs`) }),
  component: KeysPage,
});

function KeysPage() {
  const { keys, held } = useSuspenseQuery(useApi().auth.keys.list.queryOptions()).data;
  return (
    <div className="grid gap-10">
      <section className="grid gap-6">
        <h1 className="text-h1">
          <Trans>Keys for programs</Trans>
        </h1>
        <KeyList keys={keys} />
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>A new key</Trans>
        </h2>
        <KeyForm held={held} />
      </section>
    </div>
  );
}
