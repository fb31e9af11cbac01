import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { EmailField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { NewPasswordField } from "#auth/new-password-field.tsx";
import { useCompleteSignIn } from "#auth/use-complete-sign-in.ts";
import { useApp, useLocale } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, TextInput } from "#core/ui/field.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";

/** Of the words beside the box; see CONSENT_TEXT of the account's pages. */
const CONSENT_TEXT = "2026-11";

interface Typed {
  name: string;
  email: string;
  password: string;
  newsletter: boolean;
}

/** Makes an account and signs in at once; the fault stands beside its field and in the summary. */
export function SignUpForm({ returnTo }: { returnTo: string }) {
  const { client } = useApp();
  const locale = useLocale();
  const { t } = useLingui();
  const explain = useExplainAuthRefusal();
  const complete = useCompleteSignIn(returnTo);
  const signUp = useMutation({
    mutationFn: async ({ newsletter, ...account }: Typed) => {
      const { email, password } = account;
      await client.auth.signUp.mutate({ ...account, locale, ...(newsletter && { newsletter: CONSENT_TEXT }) });
      await client.auth.signIn.mutate({ email, password });
    },
    onSuccess: complete,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    signUp.mutate({
      name: typed("name"),
      email: typed("email"),
      password: typed("password"),
      newsletter: typed("newsletter") !== "",
    });
  };
  const refusal = refusalOf(signUp.error);
  const known = refusal?.code === "auth.bad-credentials";
  const message = signUp.error
    ? known
      ? t`Perhaps you have an account already: look into your mailbox, or sign in.`
      : explain(refusal)
    : undefined;
  const faultOf = (code: string) => (refusal?.code === code ? message : undefined);
  const passwordFault = faultOf("auth.weak-password");
  const emailFault = faultOf("auth.invalid-email");

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {passwordFault && <ErrorSummary errors={[{ fieldId: "sign-up-password", message: passwordFault }]} />}
      {emailFault && <ErrorSummary errors={[{ fieldId: "sign-up-email", message: emailFault }]} />}
      {message && !passwordFault && !emailFault && <Alert>{message}</Alert>}
      <Field label={<Trans>Your name</Trans>}>
        {(control) => <TextInput {...control} name="name" autoComplete="name" maxLength={200} required />}
      </Field>
      <EmailField id="sign-up-email" error={emailFault} />
      <NewPasswordField id="sign-up-password" error={passwordFault} />
      <Checkbox name="newsletter">
        <Trans>Write to me now and then about new goods, sales and codes.</Trans>
      </Checkbox>
      <Button type="submit" busy={signUp.isPending || signUp.isSuccess}>
        <Trans>Create the account</Trans>
      </Button>
    </form>
  );
}
