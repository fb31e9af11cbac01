import { Trans, useLingui } from "@lingui/react/macro";
import type { Position } from "@vitrina/api-contract";

/** The value of RoleOptions: "staff", "admin", or the id of a role of the shop's own. */
export const positionOf = (value: string): Position =>
  value === "staff" || value === "admin" ? { role: value } : { role: "custom", roleId: value };

/** The roles of people who work in the shop, as options of a select. */
export function RoleOptions({ roles }: { roles: readonly { id: string; name: string }[] }) {
  return (
    <>
      <option value="staff">
        <Trans>Staff</Trans>
      </option>
      <option value="admin">
        <Trans>Admin</Trans>
      </option>
      {roles.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}

/** What a role is called; one of the shop's own that is gone keeps no name. */
export function usePositionName(): (held: { role: string; roleName: string | null }) => string {
  const { t } = useLingui();
  return ({ role, roleName }) => {
    if (role === "admin") return t`Admin`;
    if (role === "staff") return t`Staff`;
    return roleName ?? t`A role that is gone`;
  };
}
