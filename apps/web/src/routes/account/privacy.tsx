import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { EraseAccount } from "#auth/erase-account.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import { pageHead } from "#core/head.ts";
import { ExportFile } from "#users/export-file.tsx";

export const Route = createFileRoute("/account/privacy")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.signedIn) await queryClient.ensureQueryData(api.users.exports.state.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`My data and privacy`) }),
  component: PrivacyPage,
});

function PrivacyPage() {
  const { exports } = useProvenApi().users;
  return (
    <div className="grid gap-10">
      <h1 className="text-h1">
        <Trans>My data and privacy</Trans>
      </h1>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>A copy of my data</Trans>
        </h2>
        <p className="max-w-prose text-muted">
          <Trans>
            Everything we keep about you in one file: profile, addresses, orders, reviews, consents, carts and sign-ins,
            as tables to read and as JSON for programs.
          </Trans>
        </p>
        <ExportFile proven={exports} />
      </section>
      <section className="grid gap-4 border-t-2 border-shelf pt-6">
        <h2 className="text-h2">
          <Trans>Erase the account</Trans>
        </h2>
        <EraseAccount />
      </section>
    </div>
  );
}
