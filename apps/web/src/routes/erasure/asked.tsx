import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";

export const Route = createFileRoute("/erasure/asked")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Your account will be erased`) }),
  component: ErasureAskedPage,
});

function ErasureAskedPage() {
  return (
    <MailboxPage title={<Trans>Your account will be erased</Trans>}>
      <p>
        <Trans>
          You are signed out everywhere, and in 14 days nothing personal will be left. We have sent you a letter with
          the date and a link to take it back; signing in takes it back as well.
        </Trans>
      </p>
      <LinkButton tone="secondary" to="/" className="justify-self-start">
        <Trans>To the shop</Trans>
      </LinkButton>
    </MailboxPage>
  );
}
