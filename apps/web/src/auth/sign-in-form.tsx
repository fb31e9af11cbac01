import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useCompleteSignIn } from "#auth/use-complete-sign-in.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Signs in and goes on to `returnTo`; what was typed stays after a refusal. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const explain = useExplainAuthRefusal();
  const complete = useCompleteSignIn(returnTo);
  const signIn = useMutation(useApi().auth.signIn.mutationOptions({ onSuccess: complete }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    signIn.mutate({ email: typed("email"), password: typed("password") });
  };

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {signIn.error && <Alert>{explain(refusalOf(signIn.error))}</Alert>}
      <Field label={<Trans>E-mail</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            maxLength={254}
            required
          />
        )}
      </Field>
      <Field label={<Trans>Password</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={128}
            required
          />
        )}
      </Field>
      <Button type="submit" busy={signIn.isPending || signIn.isSuccess}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}
