import { canonicalEmail } from "./email.ts";
import type { User } from "./user.ts";
import type { UsersRepository } from "./users.repository.ts";

export const aUser = (changes: Partial<User> = {}): User => {
  const email = changes.email ?? "anna@example.com";
  return {
    id: "0196b8c0-0000-7000-8000-00000000000a",
    email,
    emailCanonical: canonicalEmail(email) ?? email,
    name: "Анна",
    locale: "ru",
    role: "customer",
    status: "active",
    emailVerifiedAt: null,
    av: 1,
    version: 1,
    createdAt: new Date("2026-01-01T09:00:00Z"),
    ...changes,
  };
};

/** People in memory. */
export function fakeUsers(...all: User[]): UsersRepository & { all: User[] } {
  const find = async (id: string) => all.find((user) => user.id === id) ?? null;
  const findByEmail = async (key: string) => all.find((user) => user.emailCanonical === key) ?? null;
  return {
    all,
    find,
    findByEmail,
    lock: find,
    async add(user) {
      if (await findByEmail(user.emailCanonical)) return false;
      all.push(user);
      return true;
    },
  };
}
