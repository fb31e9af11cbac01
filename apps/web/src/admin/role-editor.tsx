import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { GrantablePermission } from "@vitrina/api-contract";
import { type FormEvent, useState } from "react";
import { useExplainRightsRefusal } from "#admin/explain-rights-refusal.ts";
import { PermissionGrid } from "#admin/permission-grid.tsx";
import { RoleChanges } from "#admin/role-changes.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

type Role = inferOutput<Api["auth"]["roles"]["list"]>["roles"][number];

/** Creates, changes and deletes a role; each leads back to the list. */
function useRoleActs() {
  const api = useProvenApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: api.auth.roles.pathKey() });
    await queryClient.invalidateQueries({ queryKey: api.auth.staff.pathKey() });
    await navigate({ to: "/admin/roles" });
  };
  return {
    create: useMutation(api.auth.roles.create.mutationOptions({ onSuccess })),
    change: useMutation(api.auth.roles.change.mutationOptions({ onSuccess })),
    remove: useMutation(api.auth.roles.remove.mutationOptions({ onSuccess })),
  };
}

/** The name and the permissions of a role; null makes a new one. Says what saving would change before it is saved. */
export function RoleEditor({ role, held }: { role: Role | null; held: readonly GrantablePermission[] }) {
  const { create, change, remove } = useRoleActs();
  const explain = useExplainRightsRefusal();
  const before = role?.permissions ?? [];
  const [chosen, setChosen] = useState<ReadonlySet<GrantablePermission>>(new Set(before));
  const toggle = (permission: GrantablePermission) =>
    setChosen((current) => current.symmetricDifference(new Set([permission])));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = { name: typedIn(event.currentTarget)("name"), permissions: [...chosen] };
    if (role) change.mutate({ id: role.id, version: role.version, ...draft });
    else create.mutate(draft);
  };
  const error = create.error ?? change.error ?? remove.error;
  const refusal = refusalOf(error);
  const nameTaken = refusal?.code === "auth.role-name-taken";

  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-6">
      {error && !nameTaken && <Alert>{explain(refusal)}</Alert>}
      <Field label={<Trans>Name</Trans>} error={nameTaken ? explain(refusal) : undefined}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            autoComplete="off"
            maxLength={60}
            required
            defaultValue={role?.name ?? ""}
          />
        )}
      </Field>
      <PermissionGrid chosen={chosen} held={held} onToggle={toggle} />
      <RoleChanges before={before} after={[...chosen]} holders={role?.holders ?? 0} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={create.isPending || change.isPending}>
          <Trans>Save the role</Trans>
        </Button>
        <LinkButton tone="secondary" to="/admin/roles">
          <Trans>Back without saving</Trans>
        </LinkButton>
        {role && (
          <Button
            tone="danger"
            disabled={role.holders > 0}
            busy={remove.isPending}
            onClick={() => remove.mutate({ id: role.id, version: role.version })}
          >
            <Trans>Delete the role</Trans>
          </Button>
        )}
      </div>
      {role && role.holders > 0 && (
        <p className="text-muted">
          <Trans>A role that somebody holds cannot be deleted.</Trans>
        </p>
      )}
    </form>
  );
}
