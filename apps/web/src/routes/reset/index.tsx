import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AskResetForm } from "#auth/ask-reset-form.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { pageHead } from "#core/head.ts";

export const Route = createFileRoute("/reset/")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Forgot the password?`) }),
  component: AskResetPage,
});

function AskResetPage() {
  return (
    <MailboxPage title={<Trans>Forgot the password?</Trans>}>
      <p>
        <Trans>Tell us the address of your account, and we will send you a link to a new password.</Trans>
      </p>
      <AskResetForm />
    </MailboxPage>
  );
}
