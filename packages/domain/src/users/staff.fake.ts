import type { CustomRole } from "./custom-role.ts";
import type { RolesRepository } from "./roles.repository.ts";
import type { StaffMember, StaffRepository } from "./staff.repository.ts";
import type { User } from "./user.ts";

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** The shop's own roles, and who holds them, over people in memory. */
export function fakeStaff(people: { all: User[] }) {
  const made = new Map<string, CustomRole>();
  const held = new Map<string, string>();
  const holdersOf = (roleId: string) => people.all.filter(({ id }) => held.get(id) === roleId);
  const counted = (role: CustomRole) => ({ ...role, holders: holdersOf(role.id).length });
  const taken = ({ id, name }: CustomRole) =>
    [...made.values()].some((other) => other.id !== id && sameName(other.name, name));

  const roles: RolesRepository = {
    list: async (limit) => [...made.values()].map(counted).slice(0, limit),
    async lock(id) {
      const role = made.get(id);
      return role ? counted(role) : null;
    },
    hold: async (id) => made.get(id) ?? null,
    async add(role) {
      if (taken(role)) return false;
      made.set(role.id, role);
      return true;
    },
    async save(role) {
      if (taken(role)) return false;
      made.set(role.id, role);
      for (const person of holdersOf(role.id)) person.av++;
      return true;
    },
    remove: async (id) => void made.delete(id),
  };

  const member = ({ id, name, email, role, status, av, version }: User): StaffMember => {
    const custom = made.get(held.get(id) ?? "");
    const rights = { roleId: custom?.id ?? null, roleName: custom?.name ?? null };
    return { id, name, email, role, status, av, version, ...rights, permissions: custom?.permissions ?? null };
  };
  const find = (userId: string) => people.all.find(({ id }) => id === userId);

  const staff: StaffRepository = {
    list: async (limit) =>
      people.all
        .filter(({ role }) => role !== "customer")
        .map(member)
        .slice(0, limit),
    async find(userId) {
      const person = find(userId);
      return person ? member(person) : null;
    },
    lockAdmins: async () =>
      people.all.filter(({ role, status }) => role === "admin" && status === "active").map(({ id }) => id),
    async assign(userId, { role, roleId }) {
      const person = find(userId);
      if (person) Object.assign(person, { role, av: person.av + 1, version: person.version + 1 });
      if (roleId === null) held.delete(userId);
      else held.set(userId, roleId);
    },
  };
  return { roles, staff, permissionsOf: (userId: string) => made.get(held.get(userId) ?? "")?.permissions ?? null };
}
