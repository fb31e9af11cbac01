import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useExplainRightsRefusal } from "#admin/explain-rights-refusal.ts";
import { positionOf, RoleOptions } from "#admin/role-choice.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** Sends an invitation; the form empties itself once it is sent. */
export function InviteForm({ roles }: { roles: readonly { id: string; name: string }[] }) {
  const api = useProvenApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const explain = useExplainRightsRefusal();
  const invite = useMutation(api.auth.invitations.invite.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = typedIn(form);
    invite.mutate(
      { email: typed("email"), choice: positionOf(typed("role")) },
      {
        onSuccess: () => {
          form.reset();
          showToast({ message: <Trans>The invitation is on its way. It works for 72 hours.</Trans> });
          void queryClient.invalidateQueries({ queryKey: api.auth.invitations.pathKey() });
        },
      },
    );
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-3">
      {invite.error && <Alert>{explain(refusalOf(invite.error))}</Alert>}
      <div className="grid items-end gap-3 sm:flex sm:flex-wrap">
        <Field label={<Trans>E-mail</Trans>}>
          {(control) => (
            <TextInput {...control} name="email" type="email" autoComplete="off" maxLength={254} required />
          )}
        </Field>
        <Field label={<Trans>Role</Trans>}>
          {(control) => (
            <Select {...control} name="role" className="sm:max-w-64">
              <RoleOptions roles={roles} />
            </Select>
          )}
        </Field>
        <Button type="submit" busy={invite.isPending}>
          <Trans>Invite</Trans>
        </Button>
      </div>
    </form>
  );
}
