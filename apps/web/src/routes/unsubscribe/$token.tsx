import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { pageHead } from "#core/head.ts";
import { refusalOf } from "#core/refusal.ts";
import { LinkButton } from "#core/ui/button.tsx";
import { EmptyState } from "#core/ui/states.tsx";
import { UnsubscribeForm } from "#users/unsubscribe-form.tsx";

export const Route = createFileRoute("/unsubscribe/$token")({
  loader: async ({ context: { api, queryClient }, params: { token } }) => {
    try {
      await queryClient.ensureQueryData(api.users.consents.lookAtUnsubscribe.queryOptions({ token }));
      return { valid: true };
    } catch (error) {
      const code = refusalOf(error)?.code;
      if (code === "users.link-invalid" || code === "core.invalid-input") return { valid: false };
      throw error;
    }
  },
  head: ({ match: { context } }) => {
    const head = pageHead(context, { title: context.i18n._(msg`Unsubscribe`) });
    return { ...head, meta: [...head.meta, { name: "referrer", content: "no-referrer" }] };
  },
  component: UnsubscribePage,
});

function UnsubscribePage() {
  const { token } = Route.useParams();
  const { valid } = Route.useLoaderData();
  return (
    <MailboxPage title={<Trans>Unsubscribe</Trans>}>
      {valid ? (
        <UnsubscribeForm token={token} />
      ) : (
        <EmptyState title={<Trans>This link does not work</Trans>}>
          <p className="max-w-prose">
            <Trans>Perhaps a part of it was lost on the way. In your account you can stop all letters at once.</Trans>
          </p>
          <LinkButton to="/account/consents">
            <Trans>All my consents</Trans>
          </LinkButton>
        </EmptyState>
      )}
    </MailboxPage>
  );
}
