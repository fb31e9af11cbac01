import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { LinkAct } from "#auth/link-act.tsx";
import { LinkGate } from "#auth/link-gate.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { useApp } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";

export const Route = createFileRoute("/email/undo")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Take the old address back`) }),
  component: UndoEmailPage,
});

function UndoEmailPage() {
  const { client } = useApp();
  const signIn = (
    <LinkButton to="/sign-in">
      <Trans>Sign in</Trans>
    </LinkButton>
  );
  const done = (
    <p>
      <Trans>
        The old address is back, and every session has ended. Now set a new password: a letter with a link to it is on
        its way to you.
      </Trans>
    </p>
  );
  return (
    <MailboxPage title={<Trans>Take the old address back</Trans>}>
      <LinkGate purposes={["undo-email"]} instead={signIn}>
        {(link) => (
          <LinkAct
            link={link}
            act={(input) => client.auth.undoEmailChange.mutate(input)}
            label={<Trans>Take it back</Trans>}
            done={done}
          >
            <p>
              <Trans>
                The account will have the address <b className="break-all">{link.email}</b> again, and everybody who is
                signed in to it will be signed out.
              </Trans>
            </p>
          </LinkAct>
        )}
      </LinkGate>
    </MailboxPage>
  );
}
