import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { LinkAct } from "#auth/link-act.tsx";
import { LinkGate, type OpenedLink } from "#auth/link-gate.tsx";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { SetPasswordForm } from "#auth/set-password-form.tsx";
import { SignInDetour } from "#auth/sign-in-detour.tsx";
import { useApp } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { ClaimOffer } from "#orders/claim-offer.tsx";

export const Route = createFileRoute("/verify")({
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`Confirm your address`) }),
  component: VerifyPage,
});

function VerifyPage() {
  const ask = (
    <LinkButton to="/account">
      <Trans>Ask for a new letter in your account</Trans>
    </LinkButton>
  );
  return (
    <MailboxPage title={<Trans>Confirm your address</Trans>}>
      <LinkGate purposes={["verify"]} instead={ask}>
        {(link) => (link.yours ? <Confirm link={link} /> : <WhoseAccount link={link} />)}
      </LinkGate>
    </MailboxPage>
  );
}

function Confirm({ link }: { link: OpenedLink }) {
  const { client, queryClient } = useApp();
  const verify = async (input: { token: string }) => {
    await client.auth.verifyEmail.mutate(input);
    await queryClient.invalidateQueries();
  };
  const done = (
    <>
      <p>
        <Trans>Thank you: your address is confirmed.</Trans>
      </p>
      <ClaimOffer />
      <LinkButton to="/account">
        <Trans>To my account</Trans>
      </LinkButton>
    </>
  );
  return (
    <LinkAct link={link} act={verify} label={<Trans>Yes, this is my address</Trans>} done={done}>
      <p className="break-all">
        <b>{link.email}</b>
      </p>
    </LinkAct>
  );
}

/** The mailbox alone proves nothing about the account: it may have been made by a stranger. */
function WhoseAccount({ link }: { link: OpenedLink }) {
  return (
    <>
      <section className="grid justify-items-start gap-4">
        <h2 className="text-h2">
          <Trans>I made this account</Trans>
        </h2>
        <SignInDetour>
          <Trans>
            Sign in as <b className="break-all">{link.email}</b>, and you will come back here to confirm the address.
          </Trans>
        </SignInDetour>
      </section>
      <section className="grid gap-4 border-t-2 border-shelf pt-6">
        <h2 className="text-h2">
          <Trans>Somebody else did, or I forgot the password</Trans>
        </h2>
        <p>
          <Trans>Set a password of your own. Everybody who is signed in to the account will be signed out.</Trans>
        </p>
        <SetPasswordForm link={link} />
      </section>
    </>
  );
}
