import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { FactorDialog } from "#auth/factor-dialog.tsx";
import { PasswordDialog } from "#auth/password-dialog.tsx";
import { SignedOutDialog } from "#auth/signed-out-dialog.tsx";
import { afterProof } from "#auth/step-up-client.ts";
import { type Api, createApi } from "#core/api.ts";
import { useApp } from "#core/app.ts";

const ProvenApi = createContext<Api | null>(null);

/**
 * The typed API for acts that need a recent proof of identity (procedures marked `recent`), used as `useApi()` is:
 * `useMutation(useProvenApi().auth.endSession.mutationOptions(…))`. A call refused as `auth.recent-sign-in-required`
 * waits while the person is asked for their password, and is repeated under its idempotency key; whoever closes the
 * dialog leaves the refusal to the caller. One refused as `auth.factor-required` shows the way to the second factor. Works below <StepUp>, which the layouts of /account and /admin hold.
 */
export function useProvenApi(): Api {
  const api = useContext(ProvenApi);
  if (!api) throw new Error("useProvenApi needs a StepUp above it");
  return api;
}

/** Holds the dialogs of the pages behind sign-in: for the password, about the second factor, and about a session that is over. */
export function StepUp({ children }: { children: ReactNode }) {
  const { client, queryClient } = useApp();
  const [settle, setSettle] = useState<((proven: boolean) => void) | null>(null);
  const [factorNeeded, setFactorNeeded] = useState(false);
  const api = useMemo(() => {
    const ask = () => new Promise<boolean>((resolve) => setSettle(() => resolve)).finally(() => setSettle(null));
    return createApi(afterProof(client, { ask, tellOfFactor: () => setFactorNeeded(true) }), queryClient);
  }, [client, queryClient]);

  return (
    <ProvenApi value={api}>
      {children}
      {settle && <PasswordDialog onClose={settle} />}
      <SignedOutDialog />
      {factorNeeded && <FactorDialog onClose={() => setFactorNeeded(false)} />}
    </ProvenApi>
  );
}
