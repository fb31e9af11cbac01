import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { LinkAct } from "#auth/link-act.tsx";
import { LinkGate } from "#auth/link-gate.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { useApp } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";

export const Route = createFileRoute("/erasure/undo")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Keep the account`) }),
  component: UndoErasurePage,
});

function UndoErasurePage() {
  const { client } = useApp();
  const signIn = (
    <LinkButton to="/sign-in">
      <Trans>Sign in</Trans>
    </LinkButton>
  );
  const done = (
    <>
      <p>
        <Trans>The account stays, with everything in it.</Trans>
      </p>
      {signIn}
    </>
  );
  return (
    <MailboxPage title={<Trans>Keep the account</Trans>}>
      <LinkGate purposes={["undo-erasure"]} instead={signIn}>
        {(link) => (
          <LinkAct
            link={link}
            act={(input) => client.auth.undoErasure.mutate(input)}
            label={<Trans>Keep it</Trans>}
            done={done}
          >
            <p>
              <Trans>
                The account of <b className="break-all">{link.email}</b> is about to be erased.
              </Trans>
            </p>
          </LinkAct>
        )}
      </LinkGate>
    </MailboxPage>
  );
}
