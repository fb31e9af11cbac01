import { Plural, Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GrantablePermission } from "@vitrina/api-contract";
import { type FormEvent, useState } from "react";
import { useExplainRightsRefusal } from "#admin/explain-rights-refusal.ts";
import { PermissionGrid } from "#admin/permission-grid.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

const DAYS = [30, 90, 180, 365] as const;

/** Makes a key and shows its secret, which nobody can see again. */
export function KeyForm({ held }: { held: readonly GrantablePermission[] }) {
  const api = useProvenApi();
  const queryClient = useQueryClient();
  const explain = useExplainRightsRefusal();
  const [scopes, setScopes] = useState<ReadonlySet<GrantablePermission>>(new Set());
  const create = useMutation(api.auth.keys.create.mutationOptions());
  const toggle = (scope: GrantablePermission) => setScopes((current) => current.symmetricDifference(new Set([scope])));
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(scopes.size === 0);
    if (scopes.size === 0) return;
    const form = event.currentTarget;
    const typed = typedIn(form);
    create.mutate(
      { name: typed("name"), scopes: [...scopes], days: Number(typed("days")) },
      {
        onSuccess: () => {
          form.reset();
          setScopes(new Set());
          void queryClient.invalidateQueries({ queryKey: api.auth.keys.pathKey() });
        },
      },
    );
  };
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-6">
      {create.error && <Alert>{explain(refusalOf(create.error))}</Alert>}
      {create.data && <Secret secret={create.data.secret} />}
      <div className="grid items-end gap-3 sm:flex sm:flex-wrap">
        <Field label={<Trans>What the key is for</Trans>}>
          {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={60} required />}
        </Field>
        <Field label={<Trans>Works for</Trans>}>
          {(control) => (
            <Select {...control} name="days" defaultValue={90}>
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  <Plural value={days} one="# day" other="# days" />
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {missing && scopes.size === 0 && (
        <Alert>
          <Trans>Choose what the key may do: at least one right.</Trans>
        </Alert>
      )}
      <PermissionGrid chosen={scopes} held={held} onToggle={toggle} />
      <div>
        <Button type="submit" busy={create.isPending}>
          <Trans>Make the key</Trans>
        </Button>
      </div>
    </form>
  );
}

function Secret({ secret }: { secret: string }) {
  return (
    <section role="status" className="grid gap-2 rounded-button bg-linen p-4">
      <Field
        label={<Trans>Your new key</Trans>}
        hint={<Trans>Copy it now: it is shown this once. A program sends it as “Authorization: Bearer …”.</Trans>}
      >
        {(control) => (
          <TextInput
            {...control}
            className="font-mono"
            readOnly
            value={secret}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
    </section>
  );
}
