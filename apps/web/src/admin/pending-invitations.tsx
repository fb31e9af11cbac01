import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useExplainRightsRefusal } from "#admin/explain-rights-refusal.ts";
import { usePositionName } from "#admin/role-choice.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

type Pending = inferOutput<Api["auth"]["invitations"]["list"]>;

/** Who was invited and has not come yet; each can be taken back. */
export function PendingInvitations({ pending }: { pending: Pending }) {
  const api = useProvenApi();
  const { t } = useLingui();
  const locale = useLocale();
  const positionName = usePositionName();
  const explain = useExplainRightsRefusal();
  const queryClient = useQueryClient();
  const withdraw = useMutation(
    api.auth.invitations.withdraw.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.auth.invitations.pathKey() }),
    }),
  );
  if (pending.length === 0)
    return (
      <p className="text-muted">
        <Trans>No invitation is waiting.</Trans>
      </p>
    );
  return (
    <div className="grid gap-2">
      {withdraw.error && <Alert>{explain(refusalOf(withdraw.error))}</Alert>}
      <ul className="grid">
        {pending.map((invitation) => {
          const { id, email, invitedByName } = invitation;
          const until = formatDate(locale, invitation.expiresAt);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-3">
              <div className="min-w-0">
                <p className="font-semibold break-all">{email}</p>
                <p className="text-muted">
                  {positionName(invitation)} · <Trans>until {until}</Trans> · <Trans>invited by {invitedByName}</Trans>
                </p>
              </div>
              <Button
                tone="secondary"
                aria-label={t`Withdraw the invitation to ${email}`}
                busy={withdraw.isPending && withdraw.variables.id === id}
                onClick={() => withdraw.mutate({ id })}
              >
                <Trans>Withdraw</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
