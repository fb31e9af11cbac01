import { Trans } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { type FormEvent, type ReactNode, useId } from "react";
import { useExplainStaffRefusal } from "#admin/explain-staff-refusal.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

interface Act {
  error: unknown;
  isPending: boolean;
  mutate: (reason: string) => void;
}

interface Props {
  name: ReactNode;
  act: Act;
  danger?: boolean;
  /** What refused it, unless it is about people. */
  explain?: (refusal: Refusal | null) => string;
}

/** An act that needs a reason: it opens on demand, and keeps what was typed after a refusal. */
export function ReasonForm({ name, act, danger = false, explain }: Props) {
  const id = useId();
  const ofPeople = useExplainStaffRefusal();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act.mutate(typedIn(event.currentTarget)("reason"));
  };
  return (
    <details className="w-full max-w-md">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">{name}</summary>
      <form method="post" onSubmit={submit} className="grid gap-3 border-l-2 border-shelf py-2 pl-4">
        {act.error != null && <Alert>{(explain ?? ofPeople)(refusalOf(act.error))}</Alert>}
        <Field id={id} label={<Trans>Reason</Trans>} hint={<Trans>It is kept in the audit trail.</Trans>}>
          {(control) => (
            <TextInput {...control} name="reason" required minLength={3} maxLength={500} autoComplete="off" />
          )}
        </Field>
        <Button
          type="submit"
          tone={danger ? "danger" : "secondary"}
          className="justify-self-start"
          busy={act.isPending}
        >
          {name}
        </Button>
      </form>
    </details>
  );
}
