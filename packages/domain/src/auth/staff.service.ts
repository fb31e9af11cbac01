import { NotFound, StaleVersion, type Transact } from "@vitrina/domain/core";
import type { Role, StaffMember, StaffRepository } from "@vitrina/domain/users";
import { Forbidden } from "./auth.errors.ts";
import type { GrantablePermission } from "./policy.ts";
import type { Principal } from "./principal.ts";
import { assertHolds, rightsNow, rightsOfRole } from "./rights.ts";
import { LastAdmin, OwnRights, RoleGone } from "./roles.errors.ts";
import type { RolesScope } from "./roles.service.ts";
import type { SessionRepository } from "./session.repository.ts";

type StaffScope = RolesScope & { sessions: Pick<SessionRepository, "revokeOthers"> };

interface Dependencies {
  staff: Pick<StaffRepository, "list" | "find">;
  transact: Transact<StaffScope>;
  clock: () => Date;
}

/** A role to be given; `roleId` names the custom one. */
export interface Grant {
  role: Role;
  roleId: string | null;
}

const MAX_STAFF = 500;

/** What a grant opens, with the custom role kept as it is until the transaction ends. @throws RoleGone */
export async function opened({ roles }: Pick<RolesScope, "roles">, { role, roleId }: Grant) {
  if (role !== "custom") return { role, roleName: null, permissions: null };
  const custom = roleId === null ? null : await roles.hold(roleId);
  if (!custom) throw new RoleGone({});
  return { role, roleName: custom.name, permissions: custom.permissions };
}

/** Who works in the shop, and as what (USER-12). */
export function createStaffService({ staff, transact, clock }: Dependencies) {
  async function lockMember(scope: StaffScope, userId: string, version: number): Promise<StaffMember> {
    const member = await scope.staff.find(userId);
    if (!member || member.role === "customer") throw new NotFound({ what: "staff" });
    if (member.version !== version) throw new StaleVersion({ what: "staff", current: member.version });
    return member;
  }

  return {
    list: (): Promise<StaffMember[]> => staff.list(MAX_STAFF),

    /** What somebody may do in the back office at this moment. */
    async rights(actor: Principal): Promise<GrantablePermission[]> {
      const member = await staff.find(actor.userId);
      return member ? rightsOfRole(member) : [];
    },

    /**
     * Gives somebody who works in the shop another role, or makes them a customer; their sessions end.
     * @throws OwnRights @throws NotFound @throws StaleVersion @throws RoleGone @throws Escalation @throws LastAdmin
     */
    grant: (actor: Principal, { userId, version, ...grant }: Grant & { userId: string; version: number }) =>
      transact(async (scope) => {
        if (userId === actor.userId) throw new OwnRights({});
        const next = await opened(scope, grant);
        const admins = await scope.staff.lockAdmins();
        // After the lock: another admin may have taken these rights while this call waited for it.
        const { rights } = await rightsNow(scope.staff, actor);
        if (!rights.includes("staff:manage")) throw new Forbidden({});
        const member = await lockMember(scope, userId, version);
        assertHolds(rights, [...rightsOfRole(member), ...rightsOfRole(next)]);
        if (next.role !== "admin" && admins.every((id) => id === userId)) throw new LastAdmin({});
        await scope.staff.assign(userId, grant);
        await scope.sessions.revokeOthers(userId, { keep: null, now: clock(), reason: "role-changed" });
        await scope.audit.record({
          action: "users.role-granted",
          actor: { kind: "user", id: actor.userId },
          subject: { kind: "user", id: userId },
          before: { role: member.role, roleName: member.roleName },
          after: { role: next.role, roleName: next.roleName },
        });
      }),
  };
}
