import { Trans } from "@lingui/react/macro";
import { type ComponentProps, type FormEvent, useEffect, useState } from "react";
import { PasswordField } from "#auth/credential-fields.tsx";
import type { Strength } from "#auth/password-strength.ts";
import { useExplainStrength } from "#auth/explain-strength.ts";
import { Checkbox } from "#core/ui/field.tsx";

/** Of customers; the shop asks 15 of its own people and says so. */
const MIN_PASSWORD = 10;

interface Typed {
  password: string;
  /** What stands in the other fields of the form: a password must not be made of it. */
  words: string[];
}

const load = () => import("#auth/password-strength.ts");

/** A field for a new password that can be shown, with a meter that says what is wrong with it. */
export function NewPasswordField(
  props: Pick<ComponentProps<typeof PasswordField>, "id" | "label" | "name" | "minLength" | "error">,
) {
  const { minLength = MIN_PASSWORD } = props;
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState<Typed>({ password: "", words: [] });
  const read = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    const others = target.form?.querySelectorAll<HTMLInputElement>("input[name=email], input[name=name]") ?? [];
    setTyped({ password: target.value, words: Array.from(others, ({ value }) => value) });
  };
  return (
    <div className="grid gap-2">
      <div className="grid gap-2" onInput={read} onFocus={() => void load()}>
        <PasswordField
          autoComplete="new-password"
          minLength={minLength}
          shown={shown}
          hint={
            <Trans>
              At least {minLength} characters. A few unrelated words are easy to remember and hard to guess.
            </Trans>
          }
          {...props}
        />
      </div>
      <Meter typed={typed} minLength={minLength} />
      <Checkbox checked={shown} onChange={(event) => setShown(event.currentTarget.checked)}>
        <Trans>Show the password</Trans>
      </Checkbox>
    </div>
  );
}

const COLOURS = ["bg-rowan", "bg-rowan", "bg-rowan", "bg-spruce", "bg-spruce"];

function Meter({ typed, minLength }: { typed: Typed; minLength: number }) {
  const strength = useStrength(typed);
  const explain = useExplainStrength(minLength);
  const length = Array.from(typed.password).length;
  const score = strength && length >= minLength ? strength.score : Math.min(strength?.score ?? 0, 1);
  return (
    <div className="grid min-h-8 gap-1">
      <div aria-hidden className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={`h-1 rounded-full ${length > 0 && step <= Math.max(score, 1) ? COLOURS[score] : "bg-shelf"}`}
          />
        ))}
      </div>
      <p aria-live="polite" className="text-sm text-muted">
        {strength && length > 0 && explain(strength, length)}
      </p>
    </div>
  );
}

function useStrength({ password, words }: Typed): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let current = true;
    // Without the meter, say for want of a network, the shop still judges.
    if (password !== "")
      load().then(
        ({ estimateStrength }) => current && setStrength(estimateStrength(password, words)),
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [password, words]);
  return strength;
}
