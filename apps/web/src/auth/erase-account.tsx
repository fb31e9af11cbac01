import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { useProvenApi } from "#auth/step-up.tsx";
import { useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** The end of the account, folded away, with a box to tick before the button works (USER-06). */
export function EraseAccount() {
  const locale = useLocale();
  const erase = useMutation(
    useProvenApi().auth.eraseAccount.mutationOptions({
      onSuccess: () => window.location.assign(localizePath(locale, "/erasure/asked")),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    erase.mutate({});
  };

  return (
    <div className="grid max-w-prose gap-4">
      <p>
        <Trans>
          We end all your sessions at once. For 14 days you can take it back by signing in or by the link in our letter;
          then your name, addresses, phone and cart are wiped for good. Orders stay without them, as the law on accounts
          demands, and your reviews stay as those of a former customer.
        </Trans>
      </p>
      {erase.error && <Refused error={erase.error} />}
      <details className="group">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
          <Trans>Erase my account…</Trans>
        </summary>
        <form method="post" onSubmit={submit} className="grid justify-items-start gap-3 pt-2">
          <Checkbox name="understood" required>
            <Trans>I understand that after 14 days nothing can be brought back.</Trans>
          </Checkbox>
          <Button type="submit" tone="danger" busy={erase.isPending || erase.isSuccess}>
            <Trans>Erase my account</Trans>
          </Button>
        </form>
      </details>
    </div>
  );
}

function Refused({ error }: { error: unknown }) {
  const explain = useExplainAuthRefusal();
  const refusal = refusalOf(error);
  if (refusal?.code !== "auth.open-orders") return <Alert>{explain(refusal)}</Alert>;
  return (
    <div role="alert" className="grid gap-2 rounded-button bg-rowan-tint px-4 py-3 text-sm text-rowan">
      <p>
        <Trans>These orders are still on their way to you. Please ask again when they are done:</Trans>
      </p>
      <ul className="flex flex-wrap gap-x-4">
        {refusal.details.orders.map(({ id, number }) => (
          <li key={id}>
            <Link to="/account/orders/$id" params={{ id }} className="inline-flex min-h-11 items-center underline">
              № {number}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
