import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { CodeField } from "#auth/code-field.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useCompleteSignIn } from "#auth/use-complete-sign-in.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

interface CodeFormProps {
  challenge: string;
  returnTo: string;
  /** Back to address and password. */
  onLeave: () => void;
}

/** The second step of signing in: a code of the app or a recovery code (AUTH-15). */
export function CodeForm({ challenge, returnTo, onLeave }: CodeFormProps) {
  const explain = useExplainAuthRefusal();
  const complete = useCompleteSignIn(returnTo);
  const signIn = useMutation(useApi().auth.factor.completeSignIn.mutationOptions({ onSuccess: complete }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    signIn.mutate({ challenge, code: typedIn(event.currentTarget)("code") });
  };
  const refusal = refusalOf(signIn.error);
  const wrong = refusal?.code === "auth.otp-invalid";

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {signIn.error && !wrong && <Alert>{explain(refusal)}</Alert>}
      <p>
        <Trans>The password is right. One more step: your second factor.</Trans>
      </p>
      <CodeField focused error={wrong ? explain(refusal) : undefined} onSwitch={signIn.reset} />
      <Button type="submit" busy={signIn.isPending || signIn.isSuccess}>
        <Trans>Sign in</Trans>
      </Button>
      <Button tone="quiet" onClick={onLeave}>
        <Trans>Start over</Trans>
      </Button>
    </form>
  );
}
