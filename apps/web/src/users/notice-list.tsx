import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useApi, useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { useGoodsName } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** What the person wants to be told of when it is back (INV-11). */
export function NoticeList() {
  const { notices } = useApi().inventory;
  const queryClient = useQueryClient();
  const locale = useLocale();
  const goodsName = useGoodsName();
  const { t } = useLingui();
  const showToast = useToast();
  const mine = useSuspenseQuery(notices.list.queryOptions()).data;
  const cancel = useMutation(
    notices.cancel.mutationOptions({
      onSuccess: (_, { id }) => {
        queryClient.setQueryData(notices.list.queryKey(), (list) => list?.filter((each) => each.id !== id));
        showToast({ message: t`We will not write about it.` });
      },
    }),
  );

  return (
    <section aria-labelledby="notices" className="grid max-w-prose gap-4">
      <h2 id="notices" className="text-h2">
        <Trans>Goods you wait for</Trans>
      </h2>
      {cancel.error && (
        <Alert>
          <Trans>That did not work. Please try again in a moment.</Trans>
        </Alert>
      )}
      {mine.length === 0 ? (
        <p className="text-muted">
          <Trans>Nothing. Where something is sold out, its page has a button "Tell me when it is back".</Trans>
        </p>
      ) : (
        <ul className="grid">
          {mine.map(({ id, slug, sku, email, askedAt, ...thing }) => {
            const goods = goodsName(thing);
            const since = formatDate(locale, askedAt);
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-3">
                <span className="grid gap-1">
                  <Link to="/p/$slug" params={{ slug }} search={{ v: sku }} className="underline">
                    {goods}
                  </Link>
                  <span className="text-sm text-muted">
                    <Trans>
                      Since {since}; we write once to <span className="wrap-anywhere">{email}</span>
                    </Trans>
                  </span>
                </span>
                <Button
                  tone="quiet"
                  busy={cancel.isPending && cancel.variables.id === id}
                  onClick={() => cancel.mutate({ id })}
                >
                  <Trans>Do not write about it</Trans>
                  <span className="sr-only">: {goods}</span>
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
