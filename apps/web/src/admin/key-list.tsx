import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useExplainRightsRefusal } from "#admin/explain-rights-refusal.ts";
import { usePermissionTexts } from "#admin/permission-texts.ts";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, EmptyState } from "#core/ui/states.tsx";

type Key = inferOutput<Api["auth"]["keys"]["list"]>["keys"][number];

/** The keys of programs, newest first, each with what it may and when it was last used. */
export function KeyList({ keys }: { keys: Key[] }) {
  const api = useProvenApi();
  const explain = useExplainRightsRefusal();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    api.auth.keys.revoke.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.auth.keys.pathKey() }),
    }),
  );
  if (keys.length === 0)
    return (
      <EmptyState title={<Trans>No keys yet</Trans>}>
        <p>
          <Trans>A key lets a program work with the shop, within the rights you choose for it.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <div className="grid gap-2">
      {revoke.error && <Alert>{explain(refusalOf(revoke.error))}</Alert>}
      <ul className="grid">
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            facts={key}
            busy={revoke.isPending && revoke.variables.id === key.id}
            onRevoke={() => revoke.mutate({ id: key.id })}
          />
        ))}
      </ul>
    </div>
  );
}

function KeyRow({ facts, busy, onRevoke }: { facts: Key; busy: boolean; onRevoke: () => void }) {
  const { t } = useLingui();
  const texts = usePermissionTexts();
  const locale = useLocale();
  const { name, hint, ownerName, state } = facts;
  const until = formatDate(locale, facts.expiresAt);
  const lastUse = facts.lastUsedAt && formatDate(locale, facts.lastUsedAt);
  const states = {
    active: <Trans>works until {until}</Trans>,
    expired: <Trans>ran out on {until}</Trans>,
    revoked: <Trans>ended</Trans>,
  };
  return (
    <li className="grid items-center gap-3 border-t border-line py-4 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="font-semibold">
          {name} <code className="font-normal text-muted">{hint}…</code>
        </p>
        <p>{facts.scopes.map((scope) => texts[scope]).join("; ")}</p>
        <p className="text-muted">
          {ownerName} · {states[state]} ·{" "}
          {lastUse ? <Trans>last used on {lastUse}</Trans> : <Trans>never used yet</Trans>}
        </p>
      </div>
      {state === "active" && (
        <Button tone="danger" busy={busy} aria-label={t`End the key ${name}`} onClick={onRevoke}>
          <Trans>End the key</Trans>
        </Button>
      )}
    </li>
  );
}
