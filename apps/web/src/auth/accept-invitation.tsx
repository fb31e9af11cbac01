import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { PasswordField } from "#auth/credential-fields.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { forgetLinkToken, takeLinkToken } from "#auth/link-token.ts";
import { SignInDetour } from "#auth/sign-in-detour.tsx";
import { useApp, useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Of people who work in the shop. */
const MIN_PASSWORD = 15;

/** What the link of an invitation asks for: a new account, or the session of the one there is. */
export function AcceptInvitation() {
  const { client } = useApp();
  const explain = useExplainAuthRefusal();
  const invitation = useQuery({
    queryKey: ["invitation"],
    queryFn: async () => {
      const token = takeLinkToken();
      return token === null ? null : { token, ...(await client.auth.invitations.look.mutate({ token })) };
    },
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (invitation.isPending)
    return (
      <p>
        <Trans>One moment…</Trans>
      </p>
    );
  if (!invitation.data)
    return <Alert>{explain(refusalOf(invitation.error) ?? { code: "auth.invite-expired", details: {} })}</Alert>;
  const { token, email, account } = invitation.data;
  if (account === "known")
    return (
      <SignInDetour>
        <Trans>
          There is an account for <b className="break-all">{email}</b>. Sign in to it to accept the invitation.
        </Trans>
      </SignInDetour>
    );
  return <AcceptForm token={token} email={email} raises={account === "yours"} />;
}

interface AcceptFormProps {
  token: string;
  email: string;
  /** Whether an account there is gets the role. */
  raises: boolean;
}

function AcceptForm({ token, email, raises }: AcceptFormProps) {
  const { client } = useApp();
  const locale = useLocale();
  const explain = useExplainAuthRefusal();
  const [shown, setShown] = useState(false);
  const accept = useMutation({
    mutationFn: (typed: { name: string; password: string }) =>
      client.auth.invitations.accept.mutate({ token, ...typed }),
    onSuccess: () => {
      forgetLinkToken();
      // Over the second factor, which what moves money, prices or roles asks for.
      const factor = new URLSearchParams({ return: localizePath(locale, "/admin") });
      const setUp = `${localizePath(locale, "/account/security")}?${factor}#second-factor`;
      const back = new URLSearchParams({ return: setUp });
      window.location.assign(`${localizePath(locale, "/sign-in")}?${back}`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    // An account there is keeps its name.
    accept.mutate({ name: raises ? email.slice(0, 200) : typed("name"), password: typed("password") });
  };
  const refusal = refusalOf(accept.error);
  const weak = refusal?.code === "auth.weak-password";

  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {accept.error && !weak && <Alert>{explain(refusal)}</Alert>}
      <p>
        {raises ? (
          <Trans>
            Your account <b className="break-all">{email}</b> becomes one of the shop's. Set a longer password for it,
            then sign in with that.
          </Trans>
        ) : (
          <Trans>
            You will sign in as <b className="break-all">{email}</b>.
          </Trans>
        )}
      </p>
      <input type="email" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
      {!raises && (
        <Field label={<Trans>Your name</Trans>}>
          {(control) => <TextInput {...control} name="name" autoComplete="name" maxLength={200} required />}
        </Field>
      )}
      <PasswordField
        autoComplete="new-password"
        minLength={MIN_PASSWORD}
        shown={shown}
        hint={
          <Trans>
            At least {MIN_PASSWORD} characters. A few unrelated words are easy to remember and hard to guess.
          </Trans>
        }
        error={weak ? explain(refusal) : undefined}
      />
      <Checkbox checked={shown} onChange={(event) => setShown(event.currentTarget.checked)}>
        <Trans>Show the password</Trans>
      </Checkbox>
      <Button type="submit" busy={accept.isPending || accept.isSuccess}>
        <Trans>Accept the invitation</Trans>
      </Button>
    </form>
  );
}
