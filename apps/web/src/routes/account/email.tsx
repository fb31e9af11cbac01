import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { ChangeEmailForm } from "#auth/change-email-form.tsx";
import { VerifyNotice } from "#auth/verify-notice.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/account/email")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.signedIn) await queryClient.ensureQueryData(api.users.profile.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`My e-mail`) }),
  component: EmailPage,
});

function EmailPage() {
  const { email, emailVerified } = useSuspenseQuery(useApi().users.profile.queryOptions()).data;
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>My e-mail</Trans>
      </h1>
      <p className="break-all">
        <b>{email}</b>
      </p>
      {emailVerified ? (
        <>
          <p className="max-w-prose text-muted">
            <Trans>
              You sign in with this address. A new one has to confirm first, and for seven days the old one can take it
              all back.
            </Trans>
          </p>
          <ChangeEmailForm />
        </>
      ) : (
        <VerifyNotice email={email} />
      )}
    </section>
  );
}
