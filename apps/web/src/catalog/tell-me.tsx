import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { inferInput } from "@trpc/tanstack-react-query";
import type { FormEvent } from "react";
import { useExplainNotice } from "#catalog/explain-notice-refusal.ts";
import type { Api } from "#core/api.ts";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

/** Of the words under the button: whoever changes them raises it in the domain too. */
const NOTICE_TEXT: inferInput<Api["inventory"]["notices"]["ask"]>["textVersion"] = "2026-11";
const AT_ADDRESS = new Set(["inventory.notice-address-invalid", "core.invalid-input"]);

interface TellMeProps {
  variantId: string;
  /** What the form came to where it was sent without script. */
  outcome: string | undefined;
}

/** "Tell me when it is back" (INV-11): one letter, confirmed by mail unless the account's address is. */
export function TellMe({ variantId, outcome }: TellMeProps) {
  const explain = useExplainNotice();
  const locale = useLocale();
  const { signedIn } = useVisitor();
  const ask = useMutation(useApi().inventory.notices.ask.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = typedIn(event.currentTarget)("email");
    ask.mutate({ variantId, locale, textVersion: NOTICE_TEXT, ...(!signedIn && { email }) });
  };

  const told = ask.isIdle ? outcome : ask.data?.state;
  if (told === "asked" || told === "waiting") return <Told state={told} />;
  const code = ask.isIdle ? outcome : refusalOf(ask.error)?.code;
  const refused = ask.isIdle ? outcome !== undefined : ask.isError;
  const message = refused ? explain(code) : undefined;
  const fault = !signedIn && code !== undefined && AT_ADDRESS.has(code) ? message : undefined;
  return (
    // Without script the form goes to the shop itself, which leads back here.
    <form
      id="tell-me"
      method="post"
      action={localizePath(locale, "/notice")}
      onSubmit={submit}
      noValidate
      className="grid scroll-mt-6 gap-3"
    >
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="textVersion" value={NOTICE_TEXT} />
      {message && !fault && <Alert>{message}</Alert>}
      {!signedIn && (
        <Field label={<Trans>E-mail</Trans>} error={fault}>
          {(control) => (
            <TextInput {...control} type="email" name="email" autoComplete="email" maxLength={254} required />
          )}
        </Field>
      )}
      <Button type="submit" tone="secondary" busy={ask.isPending}>
        <Trans>Tell me when it is back</Trans>
      </Button>
      <p className="text-sm text-muted">
        <Trans>One letter when it is back, and nothing else. Then we forget that you asked.</Trans>
      </p>
    </form>
  );
}

function Told({ state }: { state: "asked" | "waiting" }) {
  return (
    <div id="tell-me" className="scroll-mt-6">
      <Outcome className="grid gap-2 rounded-button bg-linen p-4">
        {state === "waiting" ? (
          <p>
            <Trans>Done: we will write to you once when it is back.</Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                Look into your mailbox: confirm by the link in our letter that we may write. It works for a day.
              </Trans>
            </p>
            <p className="text-sm text-muted">
              <Trans>Nothing there? Look into the spam folder. An address gets at most five such letters a day.</Trans>
            </p>
          </>
        )}
      </Outcome>
    </div>
  );
}
