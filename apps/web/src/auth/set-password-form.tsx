import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import type { OpenedLink } from "#auth/link-gate.tsx";
import { NewPasswordField } from "#auth/new-password-field.tsx";
import { useApi } from "#core/app.ts";
import { forgetLinkToken } from "#auth/link-token.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";

/** Sets a new password by a link. Nobody is signed in by it, so the way in comes next. */
export function SetPasswordForm({ link: { token, email } }: { link: OpenedLink }) {
  const explain = useExplainAuthRefusal();
  const reset = useMutation(useApi().auth.resetPassword.mutationOptions({ onSuccess: forgetLinkToken }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    reset.mutate({ token, password: typedIn(event.currentTarget)("password") });
  };
  const refusal = refusalOf(reset.error);
  const message = reset.error ? explain(refusal) : undefined;
  const fault = refusal?.code === "auth.weak-password" ? message : undefined;

  if (reset.isSuccess)
    return (
      <div role="status" className="grid justify-items-start gap-4">
        <p>
          <Trans>The new password is set, and all sessions have ended. Now sign in with it.</Trans>
        </p>
        <LinkButton to="/sign-in">
          <Trans>Sign in</Trans>
        </LinkButton>
      </div>
    );
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {fault && <ErrorSummary errors={[{ fieldId: "new-password", message: fault }]} />}
      {message && !fault && <Alert>{message}</Alert>}
      <p>
        <Trans>
          For the account of <b className="break-all">{email}</b>
        </Trans>
      </p>
      {/* Tells password managers whose password it is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField id="new-password" error={fault} />
      <Button type="submit" busy={reset.isPending}>
        <Trans>Set the password</Trans>
      </Button>
    </form>
  );
}
