import type { Audit, Clock, NewId, Transact } from "@vitrina/domain/core";
import { NotFound, StaleVersion } from "@vitrina/domain/core";
import type { CustomRole, RolesRepository, StaffRepository } from "@vitrina/domain/users";
import * as z from "zod";
import { GrantablePermission } from "./policy.ts";
import type { Principal } from "./principal.ts";
import { OwnRights, RoleInUse, RoleNameTaken } from "./roles.errors.ts";
import { assertHolds, granted, rightsNow } from "./rights.ts";

/** A custom role as the shop's people see it. */
export const ShopRole = z.object({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(GrantablePermission),
  version: z.int(),
  holders: z.int(),
});
export type ShopRole = z.infer<typeof ShopRole>;

export interface RolesScope {
  roles: RolesRepository;
  staff: StaffRepository;
  audit: Audit;
}

interface Dependencies {
  roles: Pick<RolesRepository, "list">;
  transact: Transact<RolesScope>;
  clock: Clock;
  newId: NewId;
}

type Draft = Pick<CustomRole, "name"> & { permissions: GrantablePermission[] };
type Named = Pick<CustomRole, "id" | "version">;

const MAX_ROLES = 100;

const present = ({ id, name, permissions, version, holders }: CustomRole & { holders: number }): ShopRole => ({
  id,
  name,
  permissions: granted(permissions),
  version,
  holders,
});

/** Roles that the shop makes of permissions (USER-11); the system roles are fixed. */
export function createRolesService({ roles, transact, clock, newId }: Dependencies) {
  /** The role as the actor saw it, held until the end; they hold all that it grants and it is not their own. */
  async function lock(scope: RolesScope, actor: Principal, { id, version }: Named) {
    const role = await scope.roles.lock(id);
    if (!role) throw new NotFound({ what: "role" });
    if (role.version !== version) throw new StaleVersion({ what: "role", current: role.version });
    const { member, rights } = await rightsNow(scope.staff, actor);
    if (member.roleId === id) throw new OwnRights({});
    assertHolds(rights, role.permissions);
    return { role, rights };
  }
  const subjectOf = (id: string) => ({ kind: "role", id });

  return {
    list: async (): Promise<ShopRole[]> => (await roles.list(MAX_ROLES)).map(present),

    /** @throws Escalation @throws RoleNameTaken */
    create: (actor: Principal, { name, permissions }: Draft): Promise<ShopRole> =>
      transact(async (scope) => {
        const { rights } = await rightsNow(scope.staff, actor);
        assertHolds(rights, permissions);
        const role = { id: newId(), name, permissions: granted(permissions), version: 1 };
        if (!(await scope.roles.add(role, clock()))) throw new RoleNameTaken({ name });
        const after = { name, permissions: role.permissions };
        await scope.audit.record({
          action: "users.role-created",
          actor: { kind: "user", id: actor.userId },
          subject: subjectOf(role.id),
          after,
        });
        return { ...role, holders: 0 };
      }),

    /**
     * Effective with the next call of everybody who holds the role.
     * @throws NotFound @throws StaleVersion @throws OwnRights @throws Escalation @throws RoleNameTaken
     */
    change: (actor: Principal, { id, version, name, permissions }: Named & Draft): Promise<ShopRole> =>
      transact(async (scope) => {
        const { role, rights } = await lock(scope, actor, { id, version });
        assertHolds(rights, permissions);
        const changed = { id, name, permissions: granted(permissions), version: version + 1 };
        if (!(await scope.roles.save(changed))) throw new RoleNameTaken({ name });
        await scope.audit.record({
          action: "users.role-changed",
          actor: { kind: "user", id: actor.userId },
          subject: subjectOf(id),
          before: { name: role.name, permissions: role.permissions },
          after: { name, permissions: changed.permissions },
        });
        return { ...changed, holders: role.holders };
      }),

    /** @throws NotFound @throws StaleVersion @throws OwnRights @throws Escalation @throws RoleInUse */
    remove: (actor: Principal, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { role } = await lock(scope, actor, named);
        if (role.holders > 0) throw new RoleInUse({ holders: role.holders });
        await scope.roles.remove(role.id);
        await scope.audit.record({
          action: "users.role-removed",
          actor: { kind: "user", id: actor.userId },
          subject: subjectOf(role.id),
          before: { name: role.name, permissions: role.permissions },
        });
      }),
  };
}
