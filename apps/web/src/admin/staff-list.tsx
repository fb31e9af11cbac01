import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { FormEvent } from "react";
import { useExplainRightsRefusal } from "#admin/explain-rights-refusal.ts";
import { positionOf, RoleOptions } from "#admin/role-choice.tsx";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

type Staff = inferOutput<Api["auth"]["staff"]["list"]>;
type Person = Staff["people"][number];
type Role = Staff["roles"][number];

/** Everybody who works in the shop, each with their role. */
export function StaffList({ people, roles, ownId }: Staff & { ownId: string }) {
  return (
    <ul className="grid">
      {people.map((person) => (
        <li
          key={`${person.id} ${person.version}`}
          className="grid items-center gap-3 border-t border-line py-4 sm:grid-cols-[1fr_auto]"
        >
          <div className="min-w-0">
            <p className="font-semibold">{person.name}</p>
            <p className="break-all text-muted">{person.email}</p>
            {person.status === "disabled" && (
              <p className="text-rowan">
                <Trans>Account closed</Trans>
              </p>
            )}
          </div>
          {person.id === ownId ? (
            <p className="text-muted">
              <Trans>This is you. Another admin can change your role.</Trans>
            </p>
          ) : (
            <RoleForm person={person} roles={roles} />
          )}
        </li>
      ))}
    </ul>
  );
}

function RoleForm({ person, roles }: { person: Person; roles: readonly Role[] }) {
  const api = useProvenApi();
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const explain = useExplainRightsRefusal();
  const grant = useMutation(
    api.auth.staff.grant.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.auth.staff.pathKey() }),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const role = typedIn(event.currentTarget)("role");
    const choice = role === "customer" ? ({ role } as const) : positionOf(role);
    grant.mutate({ userId: person.id, version: person.version, choice });
  };
  const { name } = person;
  return (
    <form method="post" onSubmit={submit} className="grid gap-2">
      <div className="grid grid-cols-[1fr_auto] items-end gap-2 sm:flex">
        <Field label={<Trans>Role</Trans>}>
          {(control) => (
            <Select
              {...control}
              aria-label={t`Role of ${name}`}
              name="role"
              defaultValue={person.roleId ?? person.role}
              className="sm:max-w-64"
            >
              <RoleOptions roles={roles} />
              <option value="customer">{t`No longer works here`}</option>
            </Select>
          )}
        </Field>
        <Button type="submit" tone="secondary" busy={grant.isPending} aria-label={t`Change the role of ${name}`}>
          <Trans>Change</Trans>
        </Button>
      </div>
      {grant.error && <Alert>{explain(refusalOf(grant.error))}</Alert>}
    </form>
  );
}
