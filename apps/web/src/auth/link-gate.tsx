import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { takeLinkToken } from "#auth/link-token.ts";
import { useApp } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, EmptyState } from "#core/ui/states.tsx";

export interface OpenedLink {
  token: string;
  /** The address it is about. */
  email: string;
  /** Whether this browser is signed in to its account. */
  yours: boolean;
}

interface LinkGateProps {
  purposes: readonly string[];
  /** What to do when the link does not work. */
  instead: ReactNode;
  children: (link: OpenedLink) => ReactNode;
}

/** Looks at the link of a letter before anything is asked: one that does not work is told at once. */
export function LinkGate({ purposes, instead, children }: LinkGateProps) {
  const { client } = useApp();
  const explain = useExplainAuthRefusal();
  const looked = useQuery({
    queryKey: ["link"],
    queryFn: async () => {
      const token = takeLinkToken();
      return token === null ? null : { token, ...(await client.auth.lookAtLink.mutate({ token })) };
    },
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const refusal = refusalOf(looked.error);
  const link = looked.data;

  if (link && purposes.includes(link.purpose)) return children(link);
  if (link !== undefined || refusal?.code === "auth.link-invalid" || refusal?.code === "core.invalid-input")
    return (
      <EmptyState title={<Trans>This link does not work any more</Trans>}>
        <p className="max-w-prose">
          <Trans>A link works once and for a while only, and a newer one replaces it.</Trans>
        </p>
        {instead}
      </EmptyState>
    );
  if (looked.error)
    return (
      <div className="grid justify-items-start gap-4">
        <Alert>{explain(refusal)}</Alert>
        <Button tone="secondary" onClick={() => void looked.refetch()}>
          <Trans>Try again</Trans>
        </Button>
      </div>
    );
  return (
    <p role="status" className="text-muted">
      <Trans>One moment, we are looking at the link…</Trans>
    </p>
  );
}
