import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { LinkAct } from "#auth/link-act.tsx";
import { LinkGate, type OpenedLink } from "#auth/link-gate.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { SignInDetour } from "#auth/sign-in-detour.tsx";
import { useApp } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";

export const Route = createFileRoute("/email/confirm")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Confirm the new address`) }),
  component: ConfirmEmailPage,
});

function ConfirmEmailPage() {
  const ask = (
    <LinkButton to="/account/email">
      <Trans>Ask for a new letter</Trans>
    </LinkButton>
  );
  return (
    <MailboxPage title={<Trans>Confirm the new address</Trans>}>
      <LinkGate purposes={["change-email"]} instead={ask}>
        {(link) => (link.yours ? <Confirm link={link} /> : <Elsewhere />)}
      </LinkGate>
    </MailboxPage>
  );
}

function Confirm({ link }: { link: OpenedLink }) {
  const { client, queryClient } = useApp();
  const confirm = async (input: { token: string }) => {
    await client.auth.confirmEmail.mutate(input);
    await queryClient.invalidateQueries();
  };
  const done = (
    <>
      <p>
        <Trans>
          The address of your account is now <b className="break-all">{link.email}</b>. Sign in with it from now on;
          your other devices have been signed out.
        </Trans>
      </p>
      <LinkButton to="/account">
        <Trans>To my account</Trans>
      </LinkButton>
    </>
  );
  return (
    <LinkAct link={link} act={confirm} label={<Trans>Make it my address</Trans>} done={done}>
      <p className="break-all">
        <b>{link.email}</b>
      </p>
    </LinkAct>
  );
}

/** The old address is the one to sign in with, and this page must not tell it to whoever holds the link. */
function Elsewhere() {
  return (
    <SignInDetour>
      <Trans>Sign in to your account, with the old address, and you will come back here.</Trans>
    </SignInDetour>
  );
}
