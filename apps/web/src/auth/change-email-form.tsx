import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";

const OF_THE_FIELD = ["auth.invalid-email", "auth.email-unchanged"];

/** Asks to change the address; the new one has to confirm. Says the same whether it is free or taken. */
export function ChangeEmailForm() {
  const explain = useExplainAuthRefusal();
  const change = useMutation(useApi().auth.changeEmail.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate({ email: typedIn(event.currentTarget)("email") });
  };
  const refusal = refusalOf(change.error);
  const message = change.error ? explain(refusal) : undefined;
  const fault = refusal && OF_THE_FIELD.includes(refusal.code) ? message : undefined;

  if (change.isSuccess)
    return (
      <p role="status" className="max-w-prose">
        <Trans>
          We have written to <b className="break-all">{change.variables.email}</b>. Open the link in that letter within
          24 hours, where you are signed in. Until then everything stays as it is.
        </Trans>
      </p>
    );
  return (
    <form method="post" onSubmit={submit} className="grid max-w-md gap-4">
      {fault && <ErrorSummary errors={[{ fieldId: "new-email", message: fault }]} />}
      {message && !fault && (
        <Alert>
          {message}{" "}
          {refusal?.code === "auth.recent-sign-in-required" && (
            <Link to="/sign-in" search={{ return: window.location.pathname }} className="underline">
              <Trans>Sign in again</Trans>
            </Link>
          )}
        </Alert>
      )}
      <Field id="new-email" label={<Trans>New e-mail</Trans>} error={fault}>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            maxLength={254}
            required
          />
        )}
      </Field>
      <Button type="submit" busy={change.isPending}>
        <Trans>Change the address</Trans>
      </Button>
    </form>
  );
}
