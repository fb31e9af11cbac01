import { canonicalEmail } from "./email.ts";
import type { User } from "./user.ts";
import { EmailTaken } from "./users.errors.ts";
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
    phone: null,
    currency: null,
    eraseAt: null,
    ...changes,
  };
};

/** People in memory. */
export function fakeUsers(...all: User[]): UsersRepository & { all: User[] } {
  const find = async (id: string) => all.find((user) => user.id === id) ?? null;
  const findByEmail = async (key: string) => all.find((user) => user.emailCanonical === key) ?? null;
  const change = async (id: string, changes: (user: User) => Partial<User>) => {
    for (const [index, user] of all.entries()) if (user.id === id) all[index] = { ...user, ...changes(user) };
  };
  return {
    all,
    find,
    findByEmail,
    lock: find,
    async add(user) {
      if (all.some(({ emailCanonical }) => emailCanonical === user.emailCanonical)) return false;
      all.push({ phone: null, currency: null, eraseAt: null, ...user });
      return true;
    },
    edit: ({ id, name, phone, locale, currency, version }) =>
      change(id, () => ({ name, phone, locale, currency, version })),
    markVerified: (id, now) => change(id, ({ emailVerifiedAt }) => ({ emailVerifiedAt: emailVerifiedAt ?? now })),
    setStatus: (id, status) => change(id, ({ av, version }) => ({ status, av: av + 1, version: version + 1 })),
    setEraseAt: (id, eraseAt) => change(id, () => ({ eraseAt })),
    async lockErasable(now) {
      const due = all.flatMap((user) => (user.role === "customer" && user.eraseAt ? { user, at: user.eraseAt } : []));
      const [first] = due.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
      return first?.user ?? null;
    },
    raiseAv: (id) => change(id, ({ av }) => ({ av: av + 1 })),
    async setEmail(id, address, emailVerifiedAt) {
      if (all.some((user) => user.emailCanonical === address.emailCanonical && user.id !== id))
        throw new EmailTaken({});
      await change(id, ({ av }) => ({ ...address, emailVerifiedAt, av: av + 1 }));
    },
  };
}
