import { expect, test } from "vitest";
import type { CustomRole } from "./custom-role.ts";
import type { RolesRepository } from "./roles.repository.ts";
import type { StaffRepository } from "./staff.repository.ts";
import type { User } from "./user.ts";

interface Subject {
  roles: RolesRepository;
  staff: StaffRepository;
  /** A person whom the repositories know. */
  person: User;
}

/** What RolesRepository and StaffRepository do together; each test opens a subject of its own. `newId` gives UUIDs. */
export function rolesSuite(open: (role: User["role"]) => Promise<Subject>, newId: () => string): void {
  const aRole = (changes: Partial<CustomRole> = {}): CustomRole => {
    const id = newId();
    return { id, name: `Role ${id}`, permissions: ["orders:manage"], version: 1, ...changes };
  };
  const now = new Date("2026-01-01T09:00:00Z");
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

  test("a role comes back as it was made, with the number of people who hold it", async () => {
    const { roles, staff, person } = await open("staff");
    const role = aRole();

    expect(await roles.add(role, now)).toBe(true);
    await staff.assign(person.id, { role: "custom", roleId: role.id });

    expect(await roles.lock(role.id)).toEqual({ ...role, holders: 1 });
    expect(await roles.hold(role.id)).toEqual(role);
    expect(await roles.list(100)).toContainEqual({ ...role, holders: 1 });
    expect(await roles.lock(newId())).toBeNull();
    expect(await roles.hold(newId())).toBeNull();
  });

  test("two roles never share a name", async () => {
    const { roles } = await open("staff");
    const [role, other] = [aRole(), aRole()];
    await roles.add(role, now);
    await roles.add(other, now);

    expect(await roles.add(aRole({ name: role.name.toUpperCase() }), now)).toBe(false);
    expect(await roles.save({ ...other, name: role.name.toUpperCase() })).toBe(false);
    expect(await roles.hold(other.id)).toEqual(other);
  });

  test("a saved role raises the authorisation version of its holders", async () => {
    const { roles, staff, person } = await open("staff");
    const role = aRole();
    await roles.add(role, now);
    await staff.assign(person.id, { role: "custom", roleId: role.id });

    expect(await roles.save({ ...role, permissions: [], version: 2 })).toBe(true);

    expect(await staff.find(person.id)).toMatchObject({ permissions: [], roleId: role.id, av: person.av + 2 });
  });

  test("whoever gets a role has it at once, and no trace of the one before", async () => {
    const { roles, staff, person } = await open("staff");
    const role = aRole();
    await roles.add(role, now);

    await staff.assign(person.id, { role: "custom", roleId: role.id });
    expect(await staff.find(person.id)).toMatchObject({ role: "custom", roleName: role.name, version: 2 });
    await staff.assign(person.id, { role: "staff", roleId: null });
    expect(await staff.find(person.id)).toMatchObject({ role: "staff", roleName: null, permissions: null });
    await roles.remove(role.id);
    expect(await roles.hold(role.id)).toBeNull();
  });

  test("the people who work in the shop are listed, customers are not", async () => {
    const { staff, person } = await open("staff");
    expect(idsOf(await staff.list(1_000))).toContain(person.id);

    await staff.assign(person.id, { role: "customer", roleId: null });

    expect(idsOf(await staff.list(1_000))).not.toContain(person.id);
    expect(await staff.find(newId())).toBeNull();
  });

  test("admins are those who are", async () => {
    const { staff, person } = await open("admin");

    expect(await staff.lockAdmins()).toContain(person.id);
    await staff.assign(person.id, { role: "staff", roleId: null });
    expect(await staff.lockAdmins()).not.toContain(person.id);
  });
}
