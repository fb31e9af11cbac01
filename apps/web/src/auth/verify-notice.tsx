import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

/** A quiet reminder for whoever has not confirmed their address, with the letter once more. */
export function VerifyNotice({ email }: { email: string }) {
  const explain = useExplainAuthRefusal();
  const resend = useMutation(useApi().auth.resendVerification.mutationOptions());
  return (
    <section className="grid w-full justify-items-start gap-3 bg-linen p-4">
      <p>
        <Trans>
          Please confirm your address: the link is in our letter to <b className="break-all">{email}</b>.
        </Trans>
      </p>
      {resend.error && <Alert>{explain(refusalOf(resend.error))}</Alert>}
      {resend.isSuccess ? (
        <Outcome className="text-muted">
          <Trans>The letter is on its way. Only the newest link works.</Trans>
        </Outcome>
      ) : (
        <Button tone="secondary" busy={resend.isPending} onClick={() => resend.mutate({})}>
          <Trans>Send it again</Trans>
        </Button>
      )}
    </section>
  );
}
