import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useApi, useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";
import { useConsentTexts } from "#users/consent-texts.ts";

/** One button that stops the letters a link is about; a page that is merely opened stops nothing. */
export function UnsubscribeForm({ token }: { token: string }) {
  const { consents } = useApi().users;
  const queryClient = useQueryClient();
  const locale = useLocale();
  const looked = consents.lookAtUnsubscribe.queryOptions({ token });
  const { purpose, granted, email } = useSuspenseQuery(looked).data;
  const { title, words } = useConsentTexts()[purpose];
  const stop = useMutation(
    consents.unsubscribe.mutationOptions({
      onSuccess: () => queryClient.setQueryData(looked.queryKey, (link) => link && { ...link, granted: false }),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    stop.mutate({ token });
  };

  if (!granted)
    return (
      <Outcome className="grid justify-items-start gap-4">
        <p>
          <Trans>
            Done: we do not write to <b className="break-all">{email}</b> about this.
          </Trans>
        </p>
        <p className="text-muted">{title}</p>
        <LinkButton tone="secondary" to="/account/consents">
          <Trans>All my consents</Trans>
        </LinkButton>
      </Outcome>
    );
  return (
    // Without script the form goes where mail programs send their one click, which leads back here.
    <form
      method="post"
      action={localizePath(locale, `/unsubscribe/${token}`)}
      onSubmit={submit}
      className="grid justify-items-start gap-4"
    >
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      {stop.error && (
        <Alert>
          <Trans>That did not work. Please try again in a moment.</Trans>
        </Alert>
      )}
      <p>
        <Trans>
          We shall stop writing to <b className="break-all">{email}</b> about this:
        </Trans>
      </p>
      <p className="grid gap-1">
        <b className="font-medium">{title}</b>
        <span className="text-muted">{words}</span>
      </p>
      <Button type="submit" busy={stop.isPending}>
        <Trans>Unsubscribe</Trans>
      </Button>
      <p className="text-sm text-muted">
        <Trans>Letters about your orders and your account still come.</Trans>
      </p>
    </form>
  );
}
