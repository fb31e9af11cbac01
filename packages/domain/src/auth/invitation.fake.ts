import type { RolesRepository, StaffRepository } from "@vitrina/domain/users";
import type { InvitationRepository, NamedInvitation } from "./invitation.repository.ts";
import type { Invitation } from "./invitation.ts";

interface People {
  roles: Pick<RolesRepository, "hold">;
  staff: Pick<StaffRepository, "find">;
}

/** Invitations in memory, over people and roles in memory. */
export function fakeInvitations({ roles, staff }: People): InvitationRepository & { all: Invitation[] } {
  let all: Invitation[] = [];

  async function named(invitation: Invitation): Promise<NamedInvitation> {
    const role = invitation.roleId === null ? null : await roles.hold(invitation.roleId);
    const sender = await staff.find(invitation.invitedBy);
    const roleId = role?.id ?? null;
    return { ...invitation, roleId, roleName: role?.name ?? null, invitedByName: sender?.name ?? "" };
  }
  return {
    get all() {
      return all;
    },
    async put(invitation) {
      all = [invitation, ...all.filter(({ emailCanonical }) => emailCanonical !== invitation.emailCanonical)];
    },
    async find(id) {
      const invitation = all.find((each) => each.id === id);
      return invitation ? named(invitation) : null;
    },
    list: (now, limit) =>
      Promise.all(all.filter(({ expiresAt }) => expiresAt > now).map(named)).then((l) => l.slice(0, limit)),
    async remove(id) {
      const before = all.length;
      all = all.filter((each) => each.id !== id);
      return all.length < before;
    },
    async sweep(now) {
      all = all.filter(({ expiresAt }) => expiresAt >= now);
    },
  };
}
