import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { EmailField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";

/** Asks for a letter with a link to a new password; says the same whether the address is known or not. */
export function AskResetForm() {
  const explain = useExplainAuthRefusal();
  const ask = useMutation(useApi().auth.askReset.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate({ email: typedIn(event.currentTarget)("email") });
  };
  const refusal = refusalOf(ask.error);
  const message = ask.error ? explain(refusal) : undefined;
  const fault = refusal?.code === "auth.invalid-email" ? message : undefined;

  if (ask.isSuccess)
    return (
      <div role="status" className="grid gap-4">
        <p>
          <Trans>
            If there is an account with <b className="break-all">{ask.variables.email}</b>, a letter is on its way. Its
            link works for 30 minutes.
          </Trans>
        </p>
        <p className="text-muted">
          <Trans>Nothing there? Look into the spam folder, or ask again: at most three letters an hour are sent.</Trans>
        </p>
        <Button tone="secondary" onClick={() => ask.reset()}>
          <Trans>Ask again</Trans>
        </Button>
      </div>
    );
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {fault && <ErrorSummary errors={[{ fieldId: "reset-email", message: fault }]} />}
      {message && !fault && <Alert>{message}</Alert>}
      <EmailField id="reset-email" error={fault} />
      <Button type="submit" busy={ask.isPending}>
        <Trans>Send me a link</Trans>
      </Button>
    </form>
  );
}
