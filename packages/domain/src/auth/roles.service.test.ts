import { NotFound, StaleVersion } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { aUser, fakeStaff, fakeUsers } from "@vitrina/domain/users/testing";
import type { Role } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import { Forbidden } from "./auth.errors.ts";
import { aClock, aSession, at, fakeSessions } from "./auth.fake.ts";
import { GrantablePermission } from "./policy.ts";
import type { Principal } from "./principal.ts";
import { Escalation, LastAdmin, OwnRights, RoleGone, RoleInUse, RoleNameTaken } from "./roles.errors.ts";
import { createRolesService } from "./roles.service.ts";
import { createStaffService } from "./staff.service.ts";

const ALL = GrantablePermission.options;

async function openShop() {
  const person = (id: string, role: Role) => aUser({ id, role, name: id, email: `${id}@example.com` });
  const people = fakeUsers(
    person("boss", "admin"),
    person("other-boss", "admin"),
    person("clerk", "staff"),
    person("picker", "custom"),
    person("shopper", "customer"),
  );
  const { roles, staff } = fakeStaff(people);
  const sessions = fakeSessions(people);
  const audit = fakeAudit();
  const clock = aClock();
  let made = 0;
  const newId = () => `role-${++made}`;
  const scope = { roles, staff, sessions, audit };
  const transact = <T>(work: (given: typeof scope) => Promise<T>) => work(scope);
  const shop = {
    people,
    sessions,
    audit,
    staff,
    roles: createRolesService({ roles, transact, clock, newId }),
    grants: createStaffService({ staff, transact, clock }),
    as: (userId: string): Principal => {
      const { role, av } = people.all.find(({ id }) => id === userId) ?? aUser();
      return { userId, sessionId: "s", role, av, authTime: clock(), amr: ["pwd"] };
    },
    find: async (userId: string) => staff.find(userId),
  };
  const packing = await shop.roles.create(shop.as("boss"), { name: "Packing", permissions: ["orders:manage"] });
  await staff.assign("picker", { role: "custom", roleId: packing.id });
  audit.entries.length = 0;
  return { ...shop, packing };
}

test("an admin makes a role out of permissions, and the trail says which", async () => {
  const { roles, as, audit } = await openShop();

  const role = await roles.create(as("boss"), { name: "Night shift", permissions: ["staff:manage", "orders:manage"] });

  expect(role).toMatchObject({ name: "Night shift", version: 1, holders: 0 });
  expect(role.permissions.toSorted()).toEqual(["orders:manage", "staff:manage"]);
  expect((await roles.list()).map(({ name, holders }) => [name, holders])).toContainEqual(["Packing", 1]);
  expect(audit.entries).toEqual([
    {
      action: "users.role-created",
      actor: { kind: "user", id: "boss" },
      subject: { kind: "role", id: role.id },
      after: { name: "Night shift", permissions: role.permissions },
    },
  ]);
});

test("a role's name is its own, whatever the case", async () => {
  const { roles, as, packing } = await openShop();
  const night = await roles.create(as("boss"), { name: "Night", permissions: [] });

  await expect(roles.create(as("boss"), { name: "PACKING", permissions: [] })).rejects.toThrow(
    new RoleNameTaken({ name: "PACKING" }),
  );
  await expect(roles.change(as("boss"), { ...night, name: "packing" })).rejects.toThrow(
    new RoleNameTaken({ name: "packing" }),
  );
  expect(await roles.change(as("boss"), { ...packing, name: "PACKING" })).toMatchObject({ name: "PACKING" });
});

test("a changed role is in force with the very next call of everybody who holds it", async () => {
  const { roles, as, packing, find, audit } = await openShop();
  const before = await find("picker");

  const changed = await roles.change(as("boss"), { ...packing, permissions: ["staff:manage"] });
  expect(changed).toEqual({ ...packing, permissions: ["staff:manage"], version: 2, holders: 1 });

  expect(await find("picker")).toMatchObject({ permissions: ["staff:manage"], av: (before?.av ?? 0) + 1 });
  expect(audit.entries).toEqual([
    {
      action: "users.role-changed",
      actor: { kind: "user", id: "boss" },
      subject: { kind: "role", id: packing.id },
      before: { name: "Packing", permissions: ["orders:manage"] },
      after: { name: "Packing", permissions: ["staff:manage"] },
    },
  ]);
});

test("a role that somebody else has changed meanwhile is looked at again first", async () => {
  const { roles, as, packing } = await openShop();
  await roles.change(as("boss"), { ...packing, name: "Packers" });

  await expect(roles.change(as("other-boss"), packing)).rejects.toThrow(new StaleVersion({ what: "role", current: 2 }));
  const nothing = { id: "nothing", version: 1 };
  await expect(roles.remove(as("other-boss"), nothing)).rejects.toThrow(new NotFound({ what: "role" }));
});

test("a role that somebody holds cannot be deleted; one that nobody holds can", async () => {
  const { roles, grants, as, packing, find, audit } = await openShop();

  await expect(roles.remove(as("boss"), packing)).rejects.toThrow(new RoleInUse({ holders: 1 }));
  const version = (await find("picker"))?.version ?? 0;
  await grants.grant(as("boss"), { userId: "picker", version, role: "staff", roleId: null });
  await roles.remove(as("boss"), packing);

  expect(await roles.list()).toEqual([]);
  expect(audit.entries.at(-1)).toEqual({
    action: "users.role-removed",
    actor: { kind: "user", id: "boss" },
    subject: { kind: "role", id: packing.id },
    before: { name: "Packing", permissions: ["orders:manage"] },
  });
});

test("somebody whose account is closed, or who is gone, makes no role", async () => {
  const { roles, as, people } = await openShop();
  const draft = { name: "Night", permissions: [] };
  for (const person of people.all) if (person.id === "boss") person.status = "disabled";

  await expect(roles.create(as("boss"), draft)).rejects.toThrow(Forbidden);
  await expect(roles.create(as("nobody"), draft)).rejects.toThrow(Forbidden);
});

test("nobody makes, widens, narrows or deletes a role beyond their own rights", async () => {
  const { roles, grants, as, find } = await openShop();
  const keys = await roles.create(as("boss"), { name: "Keys", permissions: ["roles:manage", "orders:manage"] });
  const wide = await roles.create(as("boss"), { name: "Wide", permissions: ["staff:manage"] });
  const version = (await find("clerk"))?.version ?? 0;
  await grants.grant(as("boss"), { userId: "clerk", version, role: "custom", roleId: keys.id });
  const clerk = as("clerk");

  await expect(roles.create(clerk, { name: "More", permissions: ["staff:manage"] })).rejects.toThrow(
    new Escalation({ permissions: ["staff:manage"] }),
  );
  await expect(roles.change(clerk, { ...wide, permissions: [] })).rejects.toThrow(Escalation);
  await expect(roles.remove(clerk, wide)).rejects.toThrow(Escalation);
  const narrow = await roles.create(clerk, { name: "Narrow", permissions: ["orders:manage"] });
  const widened = { ...narrow, permissions: [...narrow.permissions, "staff:manage" as const] };
  await expect(roles.change(clerk, widened)).rejects.toThrow(Escalation);
});

test("nobody changes the role they hold, or the one somebody gave them", async () => {
  const { roles, grants, as, find } = await openShop();
  const all = await roles.create(as("boss"), { name: "Everything", permissions: ALL });
  const version = (await find("clerk"))?.version ?? 0;
  await grants.grant(as("boss"), { userId: "clerk", version, role: "custom", roleId: all.id });

  await expect(roles.change(as("clerk"), { ...all, name: "Mine" })).rejects.toThrow(OwnRights);
  const own = { userId: "boss", version: 1, role: "staff", roleId: null } as const;
  await expect(grants.grant(as("boss"), own)).rejects.toThrow(OwnRights);
});

test("another role ends the sessions of whoever gets it, and the trail says what it was", async () => {
  const { grants, as, sessions, find, audit, packing } = await openShop();
  const hash = new Uint8Array(32);
  await sessions.add(aSession({ userId: "clerk" }), { id: "t", hash, createdAt: new Date(0) });

  await grants.grant(as("boss"), { userId: "clerk", version: 1, role: "custom", roleId: packing.id });

  expect(await find("clerk")).toMatchObject({ role: "custom", roleName: "Packing", av: 2, version: 2 });
  expect(sessions.all).toMatchObject([{ revokedAt: at(0), reason: "role-changed" }]);
  expect(audit.entries).toEqual([
    {
      action: "users.role-granted",
      actor: { kind: "user", id: "boss" },
      subject: { kind: "user", id: "clerk" },
      before: { role: "staff", roleName: null },
      after: { role: "custom", roleName: "Packing" },
    },
  ]);
});

test("only people who work in the shop are given roles here, and only as they were last seen", async () => {
  const { grants, as } = await openShop();
  const staff = { version: 1, role: "staff", roleId: null } as const;

  await expect(grants.grant(as("boss"), { ...staff, userId: "shopper" })).rejects.toThrow(
    new NotFound({ what: "staff" }),
  );
  await expect(grants.grant(as("boss"), { ...staff, userId: "nobody" })).rejects.toThrow(
    new NotFound({ what: "staff" }),
  );
  await expect(grants.grant(as("boss"), { ...staff, userId: "clerk", version: 7 })).rejects.toThrow(
    new StaleVersion({ what: "staff", current: 1 }),
  );
});

test("a role that is gone cannot be given", async () => {
  const { grants, as } = await openShop();
  const clerk = { userId: "clerk", version: 1, role: "custom" } as const;

  await expect(grants.grant(as("boss"), { ...clerk, roleId: "gone" })).rejects.toThrow(RoleGone);
  await expect(grants.grant(as("boss"), { ...clerk, roleId: null })).rejects.toThrow(RoleGone);
});

test("nobody gives rights they lack, nor takes them from somebody who has more", async () => {
  const { roles, grants, as, find } = await openShop();
  const hiring = await roles.create(as("boss"), { name: "Hiring", permissions: ["staff:manage"] });
  await grants.grant(as("boss"), { userId: "clerk", version: 1, role: "custom", roleId: hiring.id });
  const clerk = as("clerk");
  const version = (await find("picker"))?.version ?? 0;

  const promote = { userId: "picker", version, role: "admin", roleId: null } as const;
  await expect(grants.grant(clerk, promote)).rejects.toThrow(Escalation);
  await expect(grants.grant(clerk, { ...promote, role: "customer" })).rejects.toThrow(Escalation);
  const demote = { userId: "boss", version: 1, role: "customer", roleId: null } as const;
  await expect(grants.grant(clerk, demote)).rejects.toThrow(Escalation);
});

test("somebody whose rights were taken a moment ago gives nothing any more", async () => {
  const { grants, as, people } = await openShop();
  const otherBoss = as("other-boss");
  await grants.grant(as("boss"), { userId: "other-boss", version: 1, role: "staff", roleId: null });

  const boss = { userId: "boss", version: 1, role: "staff", roleId: null } as const;
  await expect(grants.grant(otherBoss, boss)).rejects.toThrow(Forbidden);

  for (const person of people.all) person.status = "disabled";
  await expect(grants.grant(otherBoss, boss)).rejects.toThrow(Forbidden);
});

test("the last admin stays one, even for somebody who holds every permission", async () => {
  const { roles, grants, as, find } = await openShop();
  const all = await roles.create(as("boss"), { name: "Everything", permissions: ALL });
  await grants.grant(as("boss"), { userId: "other-boss", version: 1, role: "custom", roleId: all.id });

  const boss = { userId: "boss", version: 1, role: "staff", roleId: null } as const;
  await expect(grants.grant(as("other-boss"), boss)).rejects.toThrow(LastAdmin);

  expect(await find("boss")).toMatchObject({ role: "admin" });
  await grants.grant(as("other-boss"), { ...boss, role: "admin" });
  expect(await find("boss")).toMatchObject({ role: "admin", version: 2 });
});

test("everybody learns which rights are theirs", async () => {
  const { grants, as } = await openShop();

  expect(await grants.rights(as("boss"))).toEqual(ALL);
  expect(await grants.rights(as("picker"))).toEqual(["orders:manage"]);
  expect(await grants.rights(as("shopper"))).toEqual([]);
  expect(await grants.rights(as("nobody"))).toEqual([]);
  expect((await grants.list()).map(({ id }) => id)).toEqual(["boss", "other-boss", "clerk", "picker"]);
});
