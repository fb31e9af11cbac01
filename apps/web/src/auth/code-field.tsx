import { Trans } from "@lingui/react/macro";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";

interface CodeFieldProps {
  error?: ReactNode;
  /** Whether it takes the focus as it appears. */
  focused?: boolean;
}

/** The six digits that the app shows. */
export function AppCodeField({ error, focused = false }: CodeFieldProps) {
  const box = useFocusOnInput(focused);
  return (
    <div ref={box}>
      <Field label={<Trans>Code from your app</Trans>} hint={<Trans>The six digits it shows now.</Trans>} error={error}>
        {(control) => (
          <TextInput
            {...control}
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            pattern="\s*(\d\s*){6}"
            maxLength={12}
            className="max-w-44 font-mono tracking-[0.2em]"
            required
          />
        )}
      </Field>
    </div>
  );
}

/** A code of the second factor: the app's, or a recovery code for whoever has no app at hand. `onSwitch` takes back what was said of the other. */
export function CodeField({ error, focused = false, onSwitch }: CodeFieldProps & { onSwitch: () => void }) {
  const [recovering, setRecovering] = useState<boolean | null>(null);
  const change = () => {
    setRecovering(recovering !== true);
    onSwitch();
  };
  return (
    <div className="grid justify-items-start gap-1">
      {recovering === true ? (
        <RecoveryCodeField error={error} />
      ) : (
        <AppCodeField error={error} focused={focused || recovering === false} />
      )}
      <Button tone="quiet" size="dense" className="-ml-3" onClick={change}>
        {recovering === true ? <Trans>Use the app</Trans> : <Trans>Use a recovery code</Trans>}
      </Button>
    </div>
  );
}

function RecoveryCodeField({ error }: Pick<CodeFieldProps, "error">) {
  const box = useFocusOnInput(true);
  return (
    <div ref={box} className="w-full">
      <Field
        label={<Trans>Recovery code</Trans>}
        hint={
          <Trans>
            One of those you saved when you set up the second factor; each works once. Lost them too? Write to us.
          </Trans>
        }
        error={error}
      >
        {(control) => (
          <TextInput
            {...control}
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={64}
            className="font-mono"
            required
          />
        )}
      </Field>
    </div>
  );
}

function useFocusOnInput(wanted: boolean) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted) box.current?.querySelector("input")?.focus();
  }, [wanted]);
  return box;
}
