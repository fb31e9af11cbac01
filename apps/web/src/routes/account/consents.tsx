import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { VerifyNotice } from "#auth/verify-notice.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { ConsentList } from "#users/consent-list.tsx";
import { NoticeList } from "#users/notice-list.tsx";

export const Route = createFileRoute("/account/consents")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.signedIn) return;
    await Promise.all([
      queryClient.ensureQueryData(api.users.profile.queryOptions()),
      queryClient.ensureQueryData(api.users.consents.list.queryOptions()),
      queryClient.ensureQueryData(api.inventory.notices.list.queryOptions()),
    ]);
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Notifications and consents`) }),
  component: ConsentsPage,
});

function ConsentsPage() {
  const { email, emailVerified } = useSuspenseQuery(useApi().users.profile.queryOptions()).data;
  return (
    <section className="grid gap-6">
      <h1 className="text-h1">
        <Trans>Notifications and consents</Trans>
      </h1>
      <p className="max-w-prose text-muted">
        <Trans>
          We write to <b className="break-all">{email}</b> about your orders and the safety of your account. For
          anything else we need your yes, and you can take it back here or by the link in each letter.
        </Trans>
      </p>
      {!emailVerified && <VerifyNotice email={email} />}
      <ConsentList />
      <NoticeList />
    </section>
  );
}
