import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { PasswordField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useApi, useVisitor } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox } from "#core/ui/field.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

const MIN_PASSWORD = { customer: 10, staff: 15 };

/** Sets a new password (AUTH-11); what was typed stays after a refusal. */
export function ChangePasswordForm({ email }: { email: string }) {
  const api = useApi();
  const { t } = useLingui();
  const { staff } = useVisitor();
  const queryClient = useQueryClient();
  const explain = useExplainAuthRefusal();
  const showToast = useToast();
  const [shown, setShown] = useState(false);
  const change = useMutation(api.auth.changePassword.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = typedIn(form);
    const passwords = { currentPassword: typed("currentPassword"), newPassword: typed("newPassword") };
    const onSuccess = () => {
      form.reset();
      showToast({ message: t`The password is changed. Other devices are signed out.` });
      void queryClient.invalidateQueries({ queryKey: api.auth.sessions.queryKey() });
    };
    change.mutate(passwords, { onSuccess });
  };
  const refusal = refusalOf(change.error);
  const wrong = refusal?.code === "auth.bad-credentials" ? t`This is not your current password.` : undefined;
  const weak = refusal?.code === "auth.weak-password" ? explain(refusal) : undefined;
  const minimum = staff ? MIN_PASSWORD.staff : MIN_PASSWORD.customer;

  return (
    <form method="post" onSubmit={submit} className="grid max-w-[400px] gap-4">
      {wrong && <ErrorSummary errors={[{ fieldId: "current-password", message: wrong }]} />}
      {weak && <ErrorSummary errors={[{ fieldId: "new-password", message: weak }]} />}
      {change.error && !wrong && !weak && <Alert>{explain(refusal)}</Alert>}
      <input hidden readOnly type="email" name="email" autoComplete="username" value={email} />
      <PasswordField
        id="current-password"
        name="currentPassword"
        label={<Trans>Current password</Trans>}
        autoComplete="current-password"
        shown={shown}
        error={wrong}
      />
      <PasswordField
        id="new-password"
        name="newPassword"
        label={<Trans>New password</Trans>}
        autoComplete="new-password"
        minLength={minimum}
        shown={shown}
        hint={<Trans>At least {minimum} characters. All other devices will be signed out.</Trans>}
        error={weak}
      />
      <Checkbox checked={shown} onChange={(event) => setShown(event.currentTarget.checked)}>
        <Trans>Show the passwords</Trans>
      </Checkbox>
      <Button type="submit" busy={change.isPending} className="justify-self-start">
        <Trans>Change the password</Trans>
      </Button>
    </form>
  );
}
