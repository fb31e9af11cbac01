import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { CodeForm } from "#auth/code-form.tsx";
import { EmailField, PasswordField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useCompleteSignIn } from "#auth/use-complete-sign-in.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Signs in and goes on to `returnTo`, over the code where there is a second factor; what was typed stays after a refusal. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const explain = useExplainAuthRefusal();
  const complete = useCompleteSignIn(returnTo);
  const signIn = useMutation(useApi().auth.signIn.mutationOptions({ onSuccess: complete }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    signIn.mutate({ email: typed("email"), password: typed("password") });
  };
  const refusal = refusalOf(signIn.error);
  if (refusal?.code === "auth.otp-required" && refusal.details.challenge !== null)
    return <CodeForm challenge={refusal.details.challenge} returnTo={returnTo} onLeave={signIn.reset} />;

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {signIn.error && <Alert>{explain(refusal)}</Alert>}
      <EmailField />
      <PasswordField autoComplete="current-password" />
      <Link to="/reset" className="inline-flex min-h-11 items-center justify-self-start text-spruce underline">
        <Trans>Forgot the password?</Trans>
      </Link>
      <Button type="submit" busy={signIn.isPending || signIn.isSuccess}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}
