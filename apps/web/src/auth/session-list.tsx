import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { SessionRow } from "#auth/session-row.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** Where the person is signed in; each other session can be ended, and all of them at once (AUTH-08). */
export function SessionList() {
  const api = useApi();
  const proven = useProvenApi();
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const explain = useExplainAuthRefusal();
  const showToast = useToast();
  const sessions = useSuspenseQuery(api.auth.sessions.queryOptions()).data;
  const list = useRef<HTMLUListElement>(null);
  const done = (message: string) => ({
    onSuccess: () => showToast({ message }),
    // Also after a refusal: a session that is not found has ended meanwhile.
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.auth.sessions.queryKey() }),
  });
  const endOne = useMutation(proven.auth.endSession.mutationOptions(done(t`That device is signed out.`)));
  const endOthers = useMutation(
    proven.auth.endOtherSessions.mutationOptions(done(t`All other devices are signed out.`)),
  );
  const toList = { onSuccess: () => list.current?.focus() };
  const error = endOne.error ?? endOthers.error;
  const own = sessions.filter(({ current }) => current);
  const others = sessions.filter(({ current }) => !current);

  return (
    <div className="grid gap-4">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <ul ref={list} tabIndex={-1} aria-label={t`Where you are signed in`} className="grid">
        {[...own, ...others].map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            ending={endOne.isPending && endOne.variables.id === session.id}
            onEnd={() => endOne.mutate({ id: session.id }, toList)}
          />
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="text-muted">
          <Trans>You are signed in on this device only.</Trans>
        </p>
      ) : (
        <Button
          tone="danger"
          className="justify-self-start"
          busy={endOthers.isPending}
          onClick={() => endOthers.mutate({}, toList)}
        >
          <Trans>Sign out on all other devices</Trans>
        </Button>
      )}
    </div>
  );
}
