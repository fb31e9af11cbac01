import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ChangePasswordForm } from "#auth/change-password-form.tsx";
import { SessionList } from "#auth/session-list.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/account/security")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.signedIn) return;
    await Promise.all([
      queryClient.ensureQueryData(api.users.profile.queryOptions()),
      queryClient.ensureQueryData(api.auth.sessions.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Security`) }),
  component: SecurityPage,
});

function SecurityPage() {
  const { email } = useSuspenseQuery(useApi().users.profile.queryOptions()).data;
  return (
    <div className="grid gap-10">
      <h1 className="text-h1">
        <Trans>Security</Trans>
      </h1>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Password</Trans>
        </h2>
        <ChangePasswordForm email={email} />
      </section>
      <section className="grid gap-4">
        <h2 className="text-h2">
          <Trans>Where you are signed in</Trans>
        </h2>
        <SessionList />
      </section>
    </div>
  );
}
