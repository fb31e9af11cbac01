import type { RolesRepository, User } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import { at } from "./auth.fake.ts";
import type { InvitationRepository } from "./invitation.repository.ts";
import type { Invitation } from "./invitation.ts";

interface Subject {
  invitations: InvitationRepository;
  roles: RolesRepository;
  /** An admin whom the repository's foreign keys know. */
  sender: User;
}

/** What every InvitationRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function invitationRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const begin = async (changes: Partial<Invitation> = {}) => {
    const subject = await open();
    const id = newId();
    const email = `${id}@example.com`;
    const address = { email, emailCanonical: email };
    const grant = { role: "staff", roleId: null } as const;
    const dates = { createdAt: at(0), expiresAt: at(100) };
    const invitation: Invitation = { id, ...address, ...grant, invitedBy: subject.sender.id, ...dates, ...changes };
    await subject.invitations.put(invitation);
    return { ...subject, invitation };
  };
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

  test("an invitation comes back as it was sent, with the name of its sender", async () => {
    const { invitations, invitation, sender } = await begin();

    expect(await invitations.find(invitation.id)).toEqual({
      ...invitation,
      roleName: null,
      invitedByName: sender.name,
    });
    expect(await invitations.find(newId())).toBeNull();
  });

  test("a second invitation to an address takes the place of the first", async () => {
    const { invitations, invitation } = await begin();
    const second = { ...invitation, id: newId(), role: "admin" } as const;

    await invitations.put(second);

    expect(await invitations.find(invitation.id)).toBeNull();
    expect(await invitations.find(second.id)).toMatchObject({ role: "admin" });
  });

  test("those that still work are listed", async () => {
    const { invitations, invitation } = await begin();

    expect(idsOf(await invitations.list(at(99), 1_000))).toContain(invitation.id);
    expect(idsOf(await invitations.list(at(100), 1_000))).not.toContain(invitation.id);
  });

  test("an invitation is taken back once", async () => {
    const { invitations, invitation } = await begin();

    expect(await invitations.remove(invitation.id)).toBe(true);
    expect(await invitations.remove(invitation.id)).toBe(false);
  });

  test("one that ran out is swept, one that still works stays", async () => {
    const { invitations, invitation } = await begin();

    await invitations.sweep(at(100), 1_000);
    expect(await invitations.find(invitation.id)).not.toBeNull();
    await invitations.sweep(at(101), 1_000);

    expect(await invitations.find(invitation.id)).toBeNull();
  });

  test("an invitation outlives the role it was for, and says that it is gone", async () => {
    const { invitations, roles, invitation } = await begin();
    const role = { id: newId(), name: newId(), permissions: [], version: 1 };
    await roles.add(role, at(0));
    await invitations.put({ ...invitation, role: "custom", roleId: role.id });
    expect(await invitations.find(invitation.id)).toMatchObject({ roleId: role.id, roleName: role.name });

    await roles.remove(role.id);

    expect(await invitations.find(invitation.id)).toMatchObject({ role: "custom", roleId: null, roleName: null });
  });
}
