import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AcceptInvitation } from "#auth/accept-invitation.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/invite")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`An invitation`) }),
  component: InvitePage,
});

function InvitePage() {
  return (
    <MailboxPage title={<Trans>Work at Vitrina</Trans>}>
      <AcceptInvitation />
    </MailboxPage>
  );
}
