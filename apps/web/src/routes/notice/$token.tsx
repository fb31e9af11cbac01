import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { MailboxPage } from "#auth/mailbox-page.tsx";
import { useApi, useLocale } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";
import { useGoodsName } from "#core/texts.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert, EmptyState, Outcome } from "#core/ui/states.tsx";

export const Route = createFileRoute("/notice/$token")({
  loader: async ({ context: { api, queryClient }, params: { token } }) => {
    try {
      await queryClient.ensureQueryData(api.inventory.notices.look.queryOptions({ token }));
      return { valid: true };
    } catch (error) {
      const code = refusalOf(error)?.code;
      if (code === "inventory.notice-link-invalid" || code === "core.invalid-input") return { valid: false };
      throw error;
    }
  },
  head: ({ match: { context } }) => {
    const head = pageHead(context, { title: context.i18n._(msg`Tell me when it is back`) });
    return { ...head, meta: [...head.meta, { name: "referrer", content: "no-referrer" }] };
  },
  component: NoticePage,
});

function NoticePage() {
  const { token } = Route.useParams();
  const { valid } = Route.useLoaderData();
  return (
    <MailboxPage title={<Trans>Tell me when it is back</Trans>}>
      {valid ? (
        <Confirmation token={token} />
      ) : (
        <EmptyState title={<Trans>This link does not work any more</Trans>}>
          <p className="max-w-prose">
            <Trans>It works for a day, and until the goods are back. On the product's page you can ask again.</Trans>
          </p>
          <LinkButton to="/">
            <Trans>Go to the shop</Trans>
          </LinkButton>
        </EmptyState>
      )}
    </MailboxPage>
  );
}

/** One button: a page that is merely opened, say by a mail scanner, confirms nothing. */
function Confirmation({ token }: { token: string }) {
  const { notices } = useApi().inventory;
  const queryClient = useQueryClient();
  const locale = useLocale();
  const goodsName = useGoodsName();
  const looked = notices.look.queryOptions({ token });
  const { slug, sku, email, state, ...thing } = useSuspenseQuery(looked).data;
  const confirm = useMutation(
    notices.confirm.mutationOptions({
      onSuccess: () =>
        queryClient.setQueryData(looked.queryKey, (link) => link && { ...link, state: "waiting" as const }),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate({ token });
  };
  const product = (
    <Link to="/p/$slug" params={{ slug }} search={{ v: sku }} className="font-medium underline">
      {goodsName(thing)}
    </Link>
  );

  if (state === "waiting")
    return (
      <Outcome className="grid gap-4">
        <p>
          <Trans>
            Done: we will write to <b className="break-all">{email}</b> once when this is back:
          </Trans>
        </p>
        <p>{product}</p>
      </Outcome>
    );
  return (
    <form
      method="post"
      action={localizePath(locale, `/notice/${token}`)}
      onSubmit={submit}
      className="grid justify-items-start gap-4"
    >
      {confirm.error && (
        <Alert>
          <Trans>That did not work. Please try again in a moment.</Trans>
        </Alert>
      )}
      <p>
        <Trans>
          May we write to <b className="break-all">{email}</b> once when this is back?
        </Trans>
      </p>
      <p>{product}</p>
      <Button type="submit" busy={confirm.isPending}>
        <Trans>Yes, write to me</Trans>
      </Button>
    </form>
  );
}
