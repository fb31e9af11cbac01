import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { CodeField } from "#auth/code-field.tsx";
import { PasswordField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Dialog } from "#core/ui/dialog.tsx";

/** Asks for the password of whoever is signed in, and for a code where there is a second factor; `onClose` hears whether both were right. */
export function PasswordDialog({ onClose }: { onClose: (proven: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog ref={dialog} title={<Trans>Is it you?</Trans>} onClose={(answer) => onClose(answer === "proven")}>
      <PasswordForm onProven={() => dialog.current?.close("proven")} onCancel={() => dialog.current?.close()} />
    </Dialog>
  );
}

function PasswordForm({ onProven, onCancel }: { onProven: () => void; onCancel: () => void }) {
  const api = useApi();
  const { t } = useLingui();
  const explain = useExplainAuthRefusal();
  const email = useQuery(api.users.profile.queryOptions()).data?.email ?? "";
  const factor = useQuery(api.auth.factor.state.queryOptions(undefined, { staleTime: 0 }));
  const confirm = useMutation(api.auth.confirmPassword.mutationOptions({ onSuccess: onProven }));
  const refusal = refusalOf(confirm.error);
  const wrongCode = refusal?.code === "auth.otp-invalid";
  const needsCode = factor.data?.since != null || wrongCode || refusal?.code === "auth.otp-required";
  const fault = refusal?.code === "auth.bad-credentials" ? t`This is not your password. Try again.` : explain(refusal);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    confirm.mutate({ password: typed("password"), ...(needsCode && { code: typed("code") }) });
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <p>
        {needsCode ? (
          <Trans>For this step we ask for your password and a code, because you signed in a while ago.</Trans>
        ) : (
          <Trans>For this step we ask for your password, because you signed in a while ago.</Trans>
        )}
      </p>
      <input hidden readOnly type="email" name="email" autoComplete="username" value={email} />
      <PasswordField autoComplete="current-password" error={confirm.error && !wrongCode ? fault : undefined} />
      {needsCode && <CodeField error={wrongCode ? explain(refusal) : undefined} onSwitch={confirm.reset} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={confirm.isPending} disabled={factor.isPending}>
          <Trans>Continue</Trans>
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
