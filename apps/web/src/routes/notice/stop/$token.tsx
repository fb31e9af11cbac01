import { msg } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { localizePath } from "#core/locale.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

export const Route = createFileRoute("/notice/stop/$token")({
  loader: ({ context: { api, queryClient }, params: { token } }) =>
    queryClient.ensureQueryData(api.inventory.notices.lookAtStop.queryOptions({ token: token.slice(0, 64) })),
  head: ({ match: { context } }) => {
    const head = pageHead(context, { title: context.i18n._(msg`No more letters about goods that are back`) });
    return { ...head, meta: [...head.meta, { name: "referrer", content: "no-referrer" }] };
  },
  component: StopPage,
});

/** One button that ends all notices of an address; a page that is merely opened ends nothing. */
function StopPage() {
  const token = Route.useParams().token.slice(0, 64);
  const { notices } = useApi().inventory;
  const queryClient = useQueryClient();
  const locale = useLocale();
  const looked = notices.lookAtStop.queryOptions({ token });
  const found = useSuspenseQuery(looked).data.notices;
  const stop = useMutation(
    notices.stop.mutationOptions({ onSuccess: () => queryClient.setQueryData(looked.queryKey, { notices: null }) }),
  );
  const { email = "", count = 0 } = found ?? {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    stop.mutate({ token });
  };
  return (
    <MailboxPage title={<Trans>No more letters about goods that are back</Trans>}>
      {found ? (
        <form
          method="post"
          action={localizePath(locale, `/notice/stop/${token}`)}
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
              <b className="break-all">{email}</b> is to be told when{" "}
              <Plural value={count} one="# thing is back" other="# things are back" />.
            </Trans>
          </p>
          <Button type="submit" busy={stop.isPending}>
            <Trans>Do not write about it</Trans>
          </Button>
          <p className="text-sm text-muted">
            <Trans>Letters about your orders and your account still come.</Trans>
          </p>
        </form>
      ) : (
        <Outcome className="grid justify-items-start gap-4">
          <p>
            <Trans>Done: nobody waits for goods at this address.</Trans>
          </p>
          <LinkButton tone="secondary" to="/">
            <Trans>Go to the shop</Trans>
          </LinkButton>
        </Outcome>
      )}
    </MailboxPage>
  );
}
