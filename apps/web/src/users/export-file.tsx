import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatDate, formatNumber } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

const LOOK_AGAIN = 2_000;

/** The one file of a person's data: asked for, being made, or there to download (USER-05). `proven` asks for the password. */
export function ExportFile({ proven }: { proven: Api["users"]["exports"] }) {
  const { exports } = useApi().users;
  const queryClient = useQueryClient();
  const query = exports.state.queryOptions();
  const { state, askedAt, expiresAt, size } = useSuspenseQuery({
    ...query,
    refetchInterval: ({ state: { data } }) => (data?.state === "running" ? LOOK_AGAIN : false),
  }).data;
  const told = useRef<HTMLDivElement>(null);
  const ask = useMutation(
    proven.ask.mutationOptions({ onSuccess: (now) => queryClient.setQueryData(query.queryKey, now) }),
  );
  const download = useMutation(
    proven.download.mutationOptions({
      onSuccess: ({ path }) => window.location.assign(path),
      onError: () => queryClient.invalidateQueries({ queryKey: query.queryKey }),
    }),
  );
  const error = ask.error ?? download.error;

  return (
    <div className="grid max-w-prose justify-items-start gap-4">
      {error && (
        <Alert>
          <Explained code={refusalOf(error)?.code} />
        </Alert>
      )}
      <div ref={told} role="status" tabIndex={-1}>
        {state === "running" && askedAt && <Running askedAt={askedAt} />}
        {state === "ready" && expiresAt && <Ready expiresAt={expiresAt} size={size ?? 0} />}
      </div>
      <div className="flex flex-wrap gap-3">
        {state === "ready" && (
          <Button busy={download.isPending} onClick={() => download.mutate({})}>
            <Trans>Download</Trans>
          </Button>
        )}
        {state !== "running" && (
          <Button
            tone="secondary"
            busy={ask.isPending}
            onClick={() => ask.mutate({}, { onSuccess: () => told.current?.focus() })}
          >
            {state === "ready" ? <Trans>Make a new copy</Trans> : <Trans>Make a copy of my data</Trans>}
          </Button>
        )}
      </div>
    </div>
  );
}

function Running({ askedAt }: { askedAt: string }) {
  const day = formatDate(useLocale(), askedAt);
  return (
    <p>
      <Trans>
        The copy you asked for on {day} is being made. We will write to you when it is there; you need not wait here.
      </Trans>
    </p>
  );
}

function Ready({ expiresAt, size }: { expiresAt: string; size: number }) {
  const locale = useLocale();
  const day = formatDate(locale, expiresAt);
  const kilobytes = formatNumber(locale, Math.ceil(size / 1024));
  return (
    <p>
      <Trans>
        Your copy is ready: one ZIP file of {kilobytes} KB. You can download it until {day}.
      </Trans>
    </p>
  );
}

function Explained({ code }: { code: string | undefined }) {
  if (code === "auth.recent-sign-in-required") return <Trans>Nothing was done: this needs your password first.</Trans>;
  if (code === "users.export-running")
    return <Trans>A copy is being made already. Look at this page again in a minute.</Trans>;
  if (code === "core.not-found") return <Trans>That copy is gone. Ask for a new one.</Trans>;
  return <Trans>That did not work. Please try again in a moment.</Trans>;
}
