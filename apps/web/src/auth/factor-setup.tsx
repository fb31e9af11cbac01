import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { FormEvent } from "react";
import { AppCodeField } from "#auth/code-field.tsx";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import { QrCode } from "#auth/qr-code.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";

interface FactorSetupProps {
  offer: inferOutput<Api["auth"]["factor"]["begin"]>;
  onCodes: (codes: readonly string[]) => void;
  onCancel: () => void;
}

/** The secret as a picture and as text, and the code that shows it has arrived. */
export function FactorSetup({ offer: { secret, uri }, onCodes, onCancel }: FactorSetupProps) {
  const explain = useExplainAuthRefusal();
  const confirm = useMutation(
    useProvenApi().auth.factor.confirm.mutationOptions({ onSuccess: ({ codes }) => onCodes(codes) }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate({ code: typedIn(event.currentTarget)("code") });
  };
  const refusal = refusalOf(confirm.error);
  const wrong = refusal?.code === "auth.otp-invalid";

  return (
    <div className="grid max-w-[560px] gap-6">
      <div className="flex flex-wrap items-start gap-6">
        <QrCode text={uri} />
        <div className="grid min-w-0 flex-[1_1_220px] gap-3">
          <p>
            <Trans>
              Scan the picture with an authenticator app: Aegis, Google Authenticator, 1Password or any other.
            </Trans>
          </p>
          <p>
            <a href={uri} className="inline-flex min-h-11 items-center text-spruce underline">
              <Trans>Open the app on this device</Trans>
            </a>
          </p>
          <div>
            <p className="text-sm text-muted">
              <Trans>Or type this key into it:</Trans>
            </p>
            <code className="text-base break-words select-all">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
          </div>
        </div>
      </div>
      <form method="post" onSubmit={submit} className="grid gap-4">
        {confirm.error && !wrong && <Alert>{explain(refusal)}</Alert>}
        <AppCodeField error={wrong ? explain(refusal) : undefined} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" busy={confirm.isPending || confirm.isSuccess}>
            <Trans>Turn it on</Trans>
          </Button>
          <Button tone="quiet" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </div>
  );
}
