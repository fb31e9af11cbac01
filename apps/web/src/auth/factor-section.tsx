import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { RecoveryCodes } from "#auth/recovery-codes.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import { useApi, useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

const FactorSetup = lazy(() => import("#auth/factor-setup.tsx").then((file) => ({ default: file.FactorSetup })));

/** The second factor of whoever is signed in: set up, looked after, removed (AUTH-15). `children` follow once codes are saved. Each step takes the focus of the one before. */
export function FactorSection({ children }: { children?: ReactNode }) {
  const api = useApi();
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { since } = useSuspenseQuery(api.auth.factor.state.queryOptions()).data;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const show = (fresh: readonly string[]) => {
    setCodes(fresh);
    void queryClient.invalidateQueries({ queryKey: api.auth.pathKey() });
  };
  const box = useRef<HTMLDivElement>(null);
  const moveOn = () => box.current?.focus();
  const putAway = () => {
    setCodes(null);
    moveOn();
  };
  const step = () => {
    if (codes) return <RecoveryCodes codes={codes} onDone={putAway} />;
    if (since === null) return <NoFactor onCodes={show} onStep={moveOn} />;
    return (
      <>
        {children}
        <FactorInForce onCodes={show} onStep={moveOn} />
      </>
    );
  };
  return (
    <div ref={box} role="group" tabIndex={-1} aria-label={t`Second factor`} className="grid gap-4">
      {step()}
    </div>
  );
}

interface Shows {
  /** Codes that are told this once. */
  onCodes: (codes: readonly string[]) => void;
  /** What had the focus is about to go. */
  onStep: () => void;
}

function NoFactor({ onCodes, onStep }: Shows) {
  const explain = useExplainAuthRefusal();
  const begin = useMutation(useProvenApi().auth.factor.begin.mutationOptions({ onSuccess: onStep }));
  const cancel = () => {
    begin.reset();
    onStep();
  };
  if (begin.data)
    return (
      <Suspense
        fallback={
          <p>
            <Trans>One moment…</Trans>
          </p>
        }
      >
        <FactorSetup offer={begin.data} onCodes={onCodes} onCancel={cancel} />
      </Suspense>
    );
  return (
    <>
      <p className="max-w-prose">
        <Trans>
          Off. With a second factor somebody who has learnt your password still cannot sign in: a code from an app on
          your phone is needed too.
        </Trans>
      </p>
      {begin.error && <Alert>{explain(refusalOf(begin.error))}</Alert>}
      <Button className="justify-self-start" busy={begin.isPending} onClick={() => begin.mutate({})}>
        <Trans>Set up the second factor</Trans>
      </Button>
    </>
  );
}

function FactorInForce({ onCodes, onStep }: Shows) {
  const api = useApi();
  const proven = useProvenApi();
  const { t } = useLingui();
  const locale = useLocale();
  const explain = useExplainAuthRefusal();
  const showToast = useToast();
  const queryClient = useQueryClient();
  const { since, codesLeft } = useSuspenseQuery(api.auth.factor.state.queryOptions()).data;
  const renew = useMutation(
    proven.auth.factor.renewCodes.mutationOptions({ onSuccess: ({ codes }) => onCodes(codes) }),
  );
  const remove = useMutation(
    proven.auth.factor.remove.mutationOptions({
      onSuccess: () => {
        onStep();
        showToast({ message: t`The second factor is off.` });
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.auth.pathKey() }),
    }),
  );
  const error = renew.error ?? remove.error;
  const day = since === null ? "" : formatDate(locale, since);
  return (
    <>
      <p className="max-w-prose">
        <Trans>On since {day}: signing in takes a code from your app.</Trans>{" "}
        <Plural value={codesLeft} one="# recovery code is left." other="# recovery codes are left." />
      </p>
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <Button tone="secondary" className="justify-self-start" busy={renew.isPending} onClick={() => renew.mutate({})}>
        <Trans>Make new recovery codes</Trans>
      </Button>
      <details className="max-w-prose">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
          <Trans>Remove the second factor</Trans>
        </summary>
        <div className="grid gap-3 border-l-2 border-shelf py-2 pl-4">
          <p>
            <Trans>
              The password alone will open your account, and the recovery codes will no longer work. Other devices are
              signed out.
            </Trans>
          </p>
          <Button
            tone="danger"
            className="justify-self-start"
            busy={remove.isPending}
            onClick={() => remove.mutate({})}
          >
            <Trans>Remove it</Trans>
          </Button>
        </div>
      </details>
    </>
  );
}
