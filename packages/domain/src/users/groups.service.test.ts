import { InvalidCursor, NotFound, StaleVersion } from "@vitrina/domain/core";
import { fakeAudit } from "@vitrina/domain/core/testing";
import { expect, test } from "vitest";
import type { GroupDraft, GroupUse } from "./group.ts";
import {
  AlreadyMember,
  GroupCodeTaken,
  GroupInUse,
  GroupKindFixed,
  GroupLimitReached,
  InvalidPeriod,
} from "./groups.errors.ts";
import { countedIds, fakeGroups } from "./groups.fake.ts";
import { createGroupsService, MAX_GROUPS, MEMBERS_PER_PAGE } from "./groups.service.ts";
import { aUser, fakeUsers } from "./testing.ts";

const newId = countedIds();
const CLERK = newId();
const BUYERS: GroupDraft = {
  code: "buyers",
  name: { ru: "Покупатели", en: "Buyers" },
  rule: [{ fact: "orders", atLeast: 1, withinDays: 30 }],
};
const FRIENDS: GroupDraft = { code: "friends", name: { ru: "Друзья", en: "Friends" }, rule: null };

function openShop() {
  const shopper = (name: string) => aUser({ id: newId(), name, email: `${name}@example.com` });
  const [anna, boris] = [shopper("anna"), shopper("boris")];
  const people = fakeUsers(anna, boris);
  const { groups, state } = fakeGroups(people);
  const audit = fakeAudit();
  const uses: GroupUse[] = [];
  let now = new Date("2026-06-01T12:00:00Z");
  const service = createGroupsService({
    groups,
    transact: (work) => work({ groups, users: people, audit }),
    clock: () => now,
    newId,
    usesOf: async () => uses,
  });
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
  return {
    service,
    state,
    audit,
    uses,
    anna,
    boris,
    later,
    wait: (days: number) => (now = later(days)),
    buys: (userId: string) => {
      state.purchases.push({ userId, amount: 100, currency: "RUB", at: now });
      state.changed.push(userId);
    },
    namesIn: async (id: string) => (await service.members({ id })).members.map(({ customer }) => customer.name),
  };
}

test("a group by rule is filled as it is made, and the trail says what it is", async () => {
  const { service, anna, audit, buys, namesIn } = openShop();
  buys(anna.id);

  expect(await service.preview(BUYERS.rule ?? [])).toEqual({ customers: 1 });
  const group = await service.create(CLERK, BUYERS);

  expect(group).toMatchObject({ ...BUYERS, version: 1, members: 1 });
  expect(await namesIn(group.id)).toEqual(["anna"]);
  expect(await service.list()).toEqual([group]);
  expect(audit.entries).toMatchObject([
    { action: "users.group-created", actor: { id: CLERK }, subject: { kind: "group", id: group.id }, after: BUYERS },
  ]);
});

test("two groups never share a code, and there is a most of them", async () => {
  const { service } = openShop();
  const friends = await service.create(CLERK, FRIENDS);
  const others = await service.create(CLERK, { ...FRIENDS, code: "others" });

  await expect(service.create(CLERK, FRIENDS)).rejects.toThrow(GroupCodeTaken);
  await expect(service.change(CLERK, { ...FRIENDS, id: others.id, version: 1 })).rejects.toThrow(GroupCodeTaken);
  for (let n = 2; n < MAX_GROUPS; n++) await service.create(CLERK, { ...FRIENDS, code: `g-${n}` });
  await expect(service.create(CLERK, { ...FRIENDS, code: "one-more" })).rejects.toThrow(GroupLimitReached);
  expect(await service.get(friends.id)).toEqual(friends);
});

test("another name asks nobody anew: who came in since is for the worker", async () => {
  const { service, anna, buys, namesIn } = openShop();
  const { id } = await service.create(CLERK, BUYERS);
  buys(anna.id);

  await service.change(CLERK, { ...BUYERS, name: { ru: "Клиенты", en: "Clients" }, id, version: 1 });

  expect(await namesIn(id)).toEqual([]);
  await service.refreshChanged(10);
  expect(await namesIn(id)).toEqual(["anna"]);
});

test("by another rule members come and go at once; what changed is written down", async () => {
  const { service, anna, boris, audit, buys, namesIn } = openShop();
  for (const { id } of [anna, boris, boris]) buys(id);
  const { id } = await service.create(CLERK, BUYERS);
  const rule = [{ fact: "orders" as const, atLeast: 2, withinDays: null }];

  const changed = await service.change(CLERK, { ...BUYERS, rule, id, version: 1 });

  expect(changed).toMatchObject({ rule, version: 2, members: 1 });
  expect(await namesIn(id)).toEqual(["boris"]);
  expect(audit.entries.at(-1)).toMatchObject({
    action: "users.group-changed",
    before: { rule: BUYERS.rule },
    after: { rule },
  });
  await expect(service.change(CLERK, { ...BUYERS, id, version: 1 })).rejects.toThrow(StaleVersion);
  await expect(service.change(CLERK, { ...BUYERS, id: newId(), version: 1 })).rejects.toThrow(NotFound);
});

test("a group by hand never becomes one by rule, nor the other way round", async () => {
  const { service, anna } = openShop();
  const byRule = await service.create(CLERK, BUYERS);
  const byHand = await service.create(CLERK, FRIENDS);

  const changes = [
    { ...BUYERS, rule: null, id: byRule.id, version: 1 },
    { ...FRIENDS, rule: BUYERS.rule, id: byHand.id, version: 1 },
  ];
  for (const change of changes) await expect(service.change(CLERK, change)).rejects.toThrow(GroupKindFixed);
  await expect(service.addMember(CLERK, { groupId: byRule.id, userId: anna.id })).rejects.toThrow(GroupKindFixed);
  await expect(service.evaluate(byHand.id)).rejects.toThrow(GroupKindFixed);
});

test("a group that something refers to is kept, and it is said what", async () => {
  const { service, uses } = openShop();
  const { id, version } = await service.create(CLERK, FRIENDS);
  uses.push({ kind: "promotion", id: newId(), name: { en: "For friends" } });

  await expect(service.remove(CLERK, { id, version })).rejects.toMatchObject({ details: { uses } });
  await expect(service.remove(CLERK, { id, version })).rejects.toThrow(GroupInUse);
  expect(await service.get(id)).toMatchObject(FRIENDS);
});

test("a group that nothing refers to goes", async () => {
  const { service, audit } = openShop();
  const { id } = await service.create(CLERK, FRIENDS);

  await expect(service.remove(CLERK, { id, version: 7 })).rejects.toThrow(StaleVersion);
  await service.remove(CLERK, { id, version: 1 });

  await expect(service.get(id)).rejects.toThrow(NotFound);
  expect(audit.entries.at(-1)).toMatchObject({ action: "users.group-removed", before: FRIENDS });
});

test("people are put in by hand, now or for some time, and taken out", async () => {
  const { service, anna, boris, audit, namesIn, later, wait } = openShop();
  const { id: groupId } = await service.create(CLERK, FRIENDS);

  await service.addMember(CLERK, { groupId, userId: anna.id, until: later(2).toISOString() });
  await service.addMember(CLERK, { groupId, userId: boris.id, from: later(1).toISOString(), until: null });
  expect((await service.get(groupId)).members).toBe(1);
  wait(1);
  expect((await service.get(groupId)).members).toBe(2);
  wait(1);
  expect(await namesIn(groupId)).toEqual(["boris"]);

  const { groups } = await service.ofCustomer(boris.id);
  expect(groups).toMatchObject([{ group: { code: "friends", byRule: false }, until: null }]);
  await service.endMembership(CLERK, groups[0]?.id ?? "");
  await service.endMembership(CLERK, groups[0]?.id ?? "");

  expect(await service.ofCustomer(boris.id)).toEqual({ groups: [] });
  expect(audit.entries.map(({ action }) => action)).toEqual([
    "users.group-created",
    "users.group-member-added",
    "users.group-member-added",
    "users.group-member-removed",
  ]);
  expect(audit.entries.at(-1)).toMatchObject({ subject: { id: groupId }, before: { userId: boris.id, until: null } });
});

test("nobody is put in twice at once, nor into the past, nor unknown", async () => {
  const { service, anna, later } = openShop();
  const { id: groupId } = await service.create(CLERK, FRIENDS);
  const member = { groupId, userId: anna.id };
  await service.addMember(CLERK, member);

  await expect(service.addMember(CLERK, member)).rejects.toThrow(AlreadyMember);
  await expect(service.addMember(CLERK, { ...member, userId: newId() })).rejects.toThrow(NotFound);
  await expect(service.addMember(CLERK, { ...member, groupId: newId() })).rejects.toThrow(NotFound);
  const from = later(-3).toISOString();
  for (const period of [
    { from, until: later(-1).toISOString() },
    { from: later(2).toISOString(), until: later(1).toISOString() },
  ])
    await expect(service.addMember(CLERK, { ...member, ...period })).rejects.toThrow(InvalidPeriod);
});

test("whom a rule let in nobody takes out by hand", async () => {
  const { service, anna, buys } = openShop();
  buys(anna.id);
  const { id } = await service.create(CLERK, BUYERS);
  const { members } = await service.members({ id });

  await expect(service.endMembership(CLERK, members[0]?.id ?? "")).rejects.toThrow(GroupKindFixed);
  await expect(service.endMembership(CLERK, newId())).rejects.toThrow(NotFound);
});

test("an order lets its buyer in as soon as the shop hears of it, and time takes them out", async () => {
  const { service, anna, boris, buys, namesIn, wait } = openShop();
  const { id } = await service.create(CLERK, BUYERS);
  const { id: ever } = await service.create(CLERK, {
    ...BUYERS,
    code: "ever",
    rule: [{ fact: "orders", atLeast: 1, withinDays: null }],
  });
  await service.create(CLERK, FRIENDS);
  for (const buyer of [anna, boris, boris]) buys(buyer.id);

  expect(await service.refreshChanged(2)).toBe(2);
  expect(await service.refreshChanged(2)).toBe(1);
  expect(await service.refreshChanged(2)).toBe(0);
  expect((await namesIn(id)).toSorted()).toEqual(["anna", "boris"]);
  wait(31);
  expect((await namesIn(id)).length).toBe(2);
  await service.refreshTimed();

  expect(await namesIn(id)).toEqual([]);
  expect((await service.evaluate(ever)).members).toBe(2);
  expect(await service.evaluate(id)).toMatchObject({ members: 0 });
});

test("members come page by page; a made-up place in the list is refused", async () => {
  const { service, state, anna } = openShop();
  const { id: groupId } = await service.create(CLERK, FRIENDS);
  for (let n = 0; n < MEMBERS_PER_PAGE + 1; n++)
    state.memberships.push({
      id: newId(),
      groupId,
      userId: anna.id,
      from: new Date(2020, 0, n),
      until: null,
    });

  const first = await service.members({ id: groupId, q: "  " });
  const second = await service.members({ id: groupId, cursor: first.nextCursor ?? "" });

  expect(first.members).toHaveLength(MEMBERS_PER_PAGE);
  expect(second.members).toHaveLength(1);
  expect(second.nextCursor).toBeNull();
  expect(first.members[0]?.customer).toMatchObject({ name: "anna", maskedEmail: "a***@example.com" });
  expect((await service.members({ id: groupId, q: "nobody" })).members).toEqual([]);
  for (const cursor of ["x", `2026-13-01T00:00:00.000Z_${newId()}`])
    await expect(service.members({ id: groupId, cursor })).rejects.toThrow(InvalidCursor);
});
