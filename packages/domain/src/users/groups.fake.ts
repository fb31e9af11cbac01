import type { Currency } from "@vitrina/domain/core";
import type { CustomerGroup, GroupCondition, GroupRule } from "./group.ts";
import { GroupCodeTaken } from "./groups.errors.ts";
import type { GroupsRepository, Membership } from "./groups.repository.ts";
import type { Country } from "./postal-address.ts";
import type { User } from "./user.ts";

export interface Purchase {
  userId: string;
  amount: number;
  currency: Currency;
  at: Date;
}

const DAY = 86_400_000;

/** Ids in the form of UUIDs, in the order of their making. */
export function countedIds(): () => string {
  let made = 0;
  return () => `0196b8c0-0000-7000-8000-${String(++made).padStart(12, "0")}`;
}

/** Groups over people in memory, and what rules ask of them. */
export function fakeGroups(people: { all: User[] }) {
  const made = new Map<string, CustomerGroup>();
  const state = {
    memberships: [] as Membership[],
    purchases: [] as Purchase[],
    countries: new Map<string, Country>(),
    changed: [] as string[],
  };
  let ruled = 0;
  const userOf = (id: string) => people.all.filter((user) => user.id === id);
  const holds = ({ from, until }: Membership, now: Date) => from <= now && (until === null || now < until);
  const open = (now: Date) => state.memberships.filter(({ until }) => until === null || now < until);
  const counted = (group: CustomerGroup, now: Date) => ({
    ...group,
    members: state.memberships.filter((each) => each.groupId === group.id && holds(each, now)).length,
  });
  const taken = ({ id, code }: CustomerGroup) =>
    [...made.values()].some((other) => other.id !== id && other.code === code);
  const overlaps = (one: Membership, other: Membership) =>
    one.groupId === other.groupId &&
    one.userId === other.userId &&
    (one.until === null || other.from < one.until) &&
    (other.until === null || one.from < other.until);

  const fulfils = (user: User, condition: GroupCondition, now: Date): boolean => {
    const bought = (days: number | null) =>
      state.purchases.filter(
        ({ userId, at }) => userId === user.id && (days === null || at.getTime() > now.getTime() - days * DAY),
      );
    switch (condition.fact) {
      case "orders":
        return bought(condition.withinDays).length >= condition.atLeast;
      case "spent":
        return (
          bought(condition.withinDays)
            .filter(({ currency }) => currency === condition.currency)
            .reduce((sum, { amount }) => sum + amount, 0) >= condition.atLeast
        );
      case "registered":
        return user.createdAt >= new Date(condition.since);
      case "country":
        return condition.countries.some((country) => country === state.countries.get(user.id));
      case "verified":
        return user.emailVerifiedAt !== null;
    }
  };
  const matching = (rule: GroupRule, now: Date) =>
    people.all.filter((user) => user.role === "customer" && rule.every((condition) => fulfils(user, condition, now)));

  const groups: GroupsRepository = {
    list: async (now, limit) =>
      [...made.values()]
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .slice(0, limit)
        .map((group) => counted(group, now)),
    async find(id, now) {
      const group = made.get(id);
      return group ? counted(group, now) : null;
    },
    countMatching: async (rule, now) => matching(rule, now).length,
    members: async ({ groupId, text = "", now, after, limit }) =>
      open(now)
        .filter((each) => each.groupId === groupId)
        .toSorted((a, b) => b.from.getTime() - a.from.getTime() || (a.id < b.id ? 1 : -1))
        .filter(({ from, id }) => !after || from < after.at || (from.getTime() === after.at.getTime() && id < after.id))
        .flatMap(({ userId, id, from, until }) => userOf(userId).map((user) => ({ id, from, until, user })))
        .filter(({ user }) => user.name.toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit),
    ofCustomer: async (userId, now, limit) =>
      open(now)
        .filter((each) => each.userId === userId)
        .flatMap(({ id, groupId, from, until }) => {
          const group = made.get(groupId);
          if (!group) return [];
          const { code, name, rule } = group;
          const period = { from: from.toISOString(), until: until?.toISOString() ?? null };
          return [{ id, ...period, group: { id: groupId, code, name, byRule: rule !== null } }];
        })
        .toSorted((a, b) => (a.group.code < b.group.code ? -1 : 1))
        .slice(0, limit),

    count: async () => made.size,
    add: (group) => groups.save(group),
    lock: async (id) => made.get(id) ?? null,
    lockRuled: async (ids) =>
      [...made.values()]
        .filter(({ id }) => ids?.includes(id) ?? true)
        .flatMap(({ rule, ...group }) => (rule ? [{ ...group, rule }] : [])),
    async save(group) {
      if (taken(group)) throw new GroupCodeTaken({ code: group.code });
      made.set(group.id, group);
    },
    async remove(id) {
      made.delete(id);
      state.memberships = state.memberships.filter(({ groupId }) => groupId !== id);
    },

    async addMember(membership) {
      if (state.memberships.some((other) => overlaps(membership, other))) return false;
      state.memberships.push(membership);
      return true;
    },
    findMembership: async (id) => state.memberships.find((each) => each.id === id) ?? null,
    async endMembership(id, at) {
      const found = open(at).find((each) => each.id === id);
      if (!found) return false;
      state.memberships = state.memberships.filter((each) => each.id !== id);
      if (found.from < at) state.memberships.push({ ...found, until: at });
      return true;
    },

    async evaluate({ groupId, rule, people: asked, now }) {
      const wanted = new Set(matching(rule, now).map(({ id }) => id));
      const members = open(now).filter((each) => each.groupId === groupId);
      const some = asked === "members" ? members.map(({ userId }) => userId) : asked;
      const concerned = (userId: string) => some === "everybody" || some.includes(userId);
      const inside = members.filter(({ userId }) => concerned(userId));
      for (const { id, userId } of inside) if (!wanted.has(userId)) await groups.endMembership(id, now);
      for (const userId of wanted)
        if (concerned(userId) && !inside.some((each) => each.userId === userId))
          state.memberships.push({ id: `by-rule-${++ruled}`, groupId, userId, from: now, until: null });
    },
    takeChanged: async (limit) => state.changed.splice(0, limit),
  };
  return { groups, state };
}
