import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useId, useRef } from "react";
import { PasswordField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";

/** Asks for the password of whoever is signed in; `onClose` hears whether it was the right one. */
export function PasswordDialog({ onClose }: { onClose: (proven: boolean) => void }) {
  const api = useApi();
  const { t } = useLingui();
  const explain = useExplainAuthRefusal();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const email = useQuery(api.users.profile.queryOptions()).data?.email ?? "";
  const confirm = useMutation(api.auth.confirmPassword.mutationOptions({ onSuccess: () => onClose(true) }));
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate({ password: typedIn(event.currentTarget)("password") });
  };
  const refusal = refusalOf(confirm.error);
  const fault = refusal?.code === "auth.bad-credentials" ? t`This is not your password. Try again.` : explain(refusal);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-auto w-[min(400px,calc(100vw-32px))] rounded-button bg-card p-5 shadow-overlay"
      onClose={() => onClose(false)}
    >
      <form method="post" onSubmit={submit} className="grid gap-4">
        <h2 id={titleId} className="text-h3">
          <Trans>Is it you?</Trans>
        </h2>
        <p>
          <Trans>For this step we ask for your password, because you signed in a while ago.</Trans>
        </p>
        <input hidden readOnly type="email" name="email" autoComplete="username" value={email} />
        <PasswordField autoComplete="current-password" error={confirm.error ? fault : undefined} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={confirm.isPending}>
            <Trans>Continue</Trans>
          </Button>
          <Button tone="quiet" onClick={() => dialog.current?.close()}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </dialog>
  );
}
