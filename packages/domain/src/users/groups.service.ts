import {
  type Audit,
  changesBetween,
  type Clock,
  cursorAt,
  type NewId,
  NotFound,
  readPosition,
  StaleVersion,
  type Transact,
} from "@vitrina/domain/core";
import { customerOf } from "./customer.ts";
import {
  type CustomerGroup,
  dependsOnTime,
  type GroupDraft,
  type GroupMember,
  type GroupRule,
  type GroupUse,
  MOST_OF_CUSTOMER,
} from "./group.ts";
import { AlreadyMember, GroupInUse, GroupKindFixed, GroupLimitReached, InvalidPeriod } from "./groups.errors.ts";
import type { Evaluation, GroupsReader, GroupsRepository, Membership } from "./groups.repository.ts";
import type { UsersRepository } from "./users.repository.ts";

export const MAX_GROUPS = 200;
export const MEMBERS_PER_PAGE = 25;
export const MOST_USES = 20;

interface Scope {
  groups: GroupsRepository;
  users: Pick<UsersRepository, "find">;
  audit: Audit;
}
interface Dependencies {
  groups: GroupsReader;
  transact: Transact<Scope>;
  clock: Clock;
  newId: NewId;
  /** What refers to the group, at most `limit`; asked for while the group is locked. */
  usesOf(groupId: string, limit: number): Promise<GroupUse[]>;
}

type Named = Pick<CustomerGroup, "id" | "version">;
interface NewMember {
  groupId: string;
  userId: string;
  /** ISO instants; without `from` it begins now. */
  from?: string | undefined;
  until?: string | null | undefined;
}

/** Groups of customers, by hand and by rule (USER-13). */
export function createGroupsService({ groups, transact, clock, newId, usesOf }: Dependencies) {
  async function lock(scope: Scope, id: string): Promise<CustomerGroup> {
    const group = await scope.groups.lock(id);
    if (!group) throw new NotFound({ what: "group" });
    return group;
  }
  async function lockSeen(scope: Scope, { id, version }: Named): Promise<CustomerGroup> {
    const group = await lock(scope, id);
    if (group.version !== version) throw new StaleVersion({ what: "group", current: group.version });
    return group;
  }
  async function get(reader: GroupsReader, id: string) {
    const group = await reader.find(id, clock());
    if (!group) throw new NotFound({ what: "group" });
    return group;
  }
  type Ruled = Pick<CustomerGroup, "id" | "rule">;
  const fill = async (scope: Scope, { id, rule }: Ruled, people: Evaluation["people"]) => {
    if (rule) await scope.groups.evaluate({ groupId: id, rule, people, now: clock() });
  };
  const trailOf = (actorId: string, groupId: string) => ({
    actor: { kind: "user" as const, id: actorId },
    subject: { kind: "group", id: groupId },
  });

  return {
    list: () => groups.list(clock(), MAX_GROUPS),

    /** @throws NotFound */
    get: (id: string) => get(groups, id),

    /** How many customers a rule would let in now. */
    preview: async (rule: GroupRule) => ({ customers: await groups.countMatching(rule, clock()) }),

    /** One by rule is filled at once. @throws GroupCodeTaken @throws GroupLimitReached */
    create: (actorId: string, draft: GroupDraft) =>
      transact(async (scope) => {
        if ((await scope.groups.count()) >= MAX_GROUPS) throw new GroupLimitReached({ limit: MAX_GROUPS });
        const group = { ...draft, id: newId(), version: 1 };
        await scope.groups.add(group, clock());
        await fill(scope, group, "everybody");
        await scope.audit.record({ action: "users.group-created", ...trailOf(actorId, group.id), after: draft });
        return get(scope.groups, group.id);
      }),

    /** By another rule, members come and go at once. @throws NotFound @throws StaleVersion @throws GroupKindFixed @throws GroupCodeTaken */
    change: (actorId: string, { id, version, ...draft }: Named & GroupDraft) =>
      transact(async (scope) => {
        const { code, name, rule } = await lockSeen(scope, { id, version });
        if ((rule === null) !== (draft.rule === null)) throw new GroupKindFixed({ byRule: rule !== null });
        const changed = { ...draft, id, version: version + 1 };
        const changes = changesBetween<GroupDraft>({ code, name, rule }, draft);
        await scope.groups.save(changed);
        if ("rule" in changes.after) await fill(scope, changed, "everybody");
        await scope.audit.record({ action: "users.group-changed", ...trailOf(actorId, id), ...changes });
        return get(scope.groups, id);
      }),

    /** @throws NotFound @throws StaleVersion @throws GroupInUse */
    remove: (actorId: string, named: Named): Promise<void> =>
      transact(async (scope) => {
        const { id, code, name, rule } = await lockSeen(scope, named);
        const uses = await usesOf(id, MOST_USES);
        if (uses.length > 0) throw new GroupInUse({ uses });
        await scope.groups.remove(id);
        const before = { code, name, rule };
        await scope.audit.record({ action: "users.group-removed", ...trailOf(actorId, id), before });
      }),

    /** Everybody in the group now or later. @throws InvalidCursor */
    async members({ id, q, cursor }: { id: string; q?: string | undefined; cursor?: string | undefined }) {
      const page = { groupId: id, text: q?.trim() || undefined, now: clock(), after: readPosition(cursor) };
      const found = await groups.members({ ...page, limit: MEMBERS_PER_PAGE + 1 });
      const shown = found.slice(0, MEMBERS_PER_PAGE);
      const last = shown.at(-1);
      return {
        members: shown.map(({ user, ...period }): GroupMember => ({
          ...periodOf(period),
          id: period.id,
          customer: customerOf(user),
        })),
        nextCursor: last && found.length > shown.length ? cursorAt({ at: last.from, id: last.id }) : null,
      };
    },

    /** Groups that somebody is in, now or later. */
    ofCustomer: async (userId: string) => ({ groups: await groups.ofCustomer(userId, clock(), MOST_OF_CUSTOMER) }),

    /** @throws NotFound @throws GroupKindFixed @throws InvalidPeriod @throws AlreadyMember */
    addMember: (actorId: string, { groupId, userId, from, until }: NewMember): Promise<void> =>
      transact(async (scope) => {
        const { rule } = await lock(scope, groupId);
        if (rule) throw new GroupKindFixed({ byRule: true });
        if (!(await scope.users.find(userId))) throw new NotFound({ what: "user" });
        const now = clock();
        const membership: Membership = {
          id: newId(),
          groupId,
          userId,
          from: from === undefined ? now : new Date(from),
          until: until == null ? null : new Date(until),
        };
        if (membership.until && (membership.until <= membership.from || membership.until <= now))
          throw new InvalidPeriod({});
        if (!(await scope.groups.addMember(membership))) throw new AlreadyMember({});
        const after = { userId, ...periodOf(membership) };
        await scope.audit.record({ action: "users.group-member-added", ...trailOf(actorId, groupId), after });
      }),

    /** Ends a membership now; ended already, it stays as it is. @throws NotFound @throws GroupKindFixed */
    endMembership: (actorId: string, id: string): Promise<void> =>
      transact(async (scope) => {
        const membership = await scope.groups.findMembership(id);
        if (!membership) throw new NotFound({ what: "membership" });
        const { groupId, userId } = membership;
        const { rule } = await lock(scope, groupId);
        if (rule) throw new GroupKindFixed({ byRule: true });
        if (!(await scope.groups.endMembership(id, clock()))) return;
        const before = { userId, ...periodOf(membership) };
        await scope.audit.record({ action: "users.group-member-removed", ...trailOf(actorId, groupId), before });
      }),

    /** Asks a rule of everybody, now rather than when the worker comes to it. @throws NotFound @throws GroupKindFixed */
    evaluate: (id: string) =>
      transact(async (scope) => {
        const group = await lock(scope, id);
        if (!group.rule) throw new GroupKindFixed({ byRule: false });
        await fill(scope, group, "everybody");
        return get(scope.groups, id);
      }),

    /** Asks every rule of people of whom something changed, at most `limit`; answers how many there were. */
    refreshChanged: (limit: number): Promise<number> =>
      transact(async (scope) => {
        const taken = await scope.groups.takeChanged(limit);
        const people = [...new Set(taken)];
        if (people.length > 0) for (const group of await scope.groups.lockRuled()) await fill(scope, group, people);
        return taken.length;
      }),

    /** Asks the rules that look back over some days of those inside: time alone takes people out, and lets nobody in. */
    async refreshTimed(): Promise<void> {
      const all = await groups.list(clock(), MAX_GROUPS);
      const timed = all.flatMap(({ id, rule }) => (rule && dependsOnTime(rule) ? id : []));
      // One by one, so that none is held longer than its own evaluation takes.
      for (const id of timed)
        await transact(async (scope) => {
          for (const group of await scope.groups.lockRuled([id])) await fill(scope, group, "members");
        });
    },
  };
}
export type GroupsService = ReturnType<typeof createGroupsService>;

const periodOf = ({ from, until }: Pick<Membership, "from" | "until">) => ({
  from: from.toISOString(),
  until: until?.toISOString() ?? null,
});
