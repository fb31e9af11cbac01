import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { LinkGate } from "#auth/link-gate.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { SetPasswordForm } from "#auth/set-password-form.tsx";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";

export const Route = createFileRoute("/reset/new")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`A new password`) }),
  component: NewPasswordPage,
});

function NewPasswordPage() {
  const ask = (
    <LinkButton to="/reset">
      <Trans>Ask for a new link</Trans>
    </LinkButton>
  );
  return (
    <MailboxPage title={<Trans>A new password</Trans>}>
      <LinkGate purposes={["reset"]} instead={ask}>
        {(link) => <SetPasswordForm link={link} />}
      </LinkGate>
    </MailboxPage>
  );
}
