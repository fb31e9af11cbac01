import { expect, test } from "vitest";
import type { GroupCondition, GroupRule } from "./group.ts";
import { GroupCodeTaken } from "./groups.errors.ts";
import type { Purchase } from "./groups.fake.ts";
import type { GroupsRepository, Membership } from "./groups.repository.ts";
import type { Country } from "./postal-address.ts";
import type { User } from "./user.ts";

interface Subject {
  groups: GroupsRepository;
  /** Somebody new whom the repository knows. */
  person(changes?: Partial<User>): Promise<User>;
  buys(purchase: Purchase): Promise<void>;
  /** The default address for deliveries. */
  livesIn(userId: string, country: Country): Promise<void>;
}

const NOW = new Date("2026-06-01T12:00:00Z");
const before = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const after = (days: number) => before(-days);

/** What every GroupsRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function groupsSuite(open: () => Promise<Subject>, newId: () => string): void {
  const withGroup = async (rule: GroupRule | null = null) => {
    const subject = await open();
    const id = newId();
    const group = { id, code: `g-${id}`, name: { ru: "Группа", en: "Group" }, rule, version: 1 };
    await subject.groups.add(group, NOW);
    return { ...subject, group };
  };
  const evaluate = ({ groups }: Subject, { id, rule }: { id: string; rule: GroupRule | null }, now = NOW) =>
    groups.evaluate({ groupId: id, rule: rule ?? [], people: "everybody", now });
  const idsIn = async ({ groups }: Subject, groupId: string, now = NOW) =>
    (await groups.members({ groupId, now, after: null, limit: 1000 })).map(({ user }) => user.id);
  const letIn = async ({ groups }: Subject, groupId: string, membership: Partial<Membership> & { userId: string }) => {
    const whole = { id: newId(), groupId, from: NOW, until: null, ...membership };
    return { whole, added: await groups.addMember(whole) };
  };

  test("a group comes back as it was made, and two never share a code", async () => {
    const { groups, group } = await withGroup([{ fact: "verified" }]);
    const other = { ...group, id: newId(), code: `o-${group.id}` };
    await groups.add(other, NOW);

    expect(await groups.find(group.id, NOW)).toEqual({ ...group, members: 0 });
    expect(await groups.lock(group.id)).toEqual(group);
    expect(await groups.list(NOW, 1000)).toContainEqual({ ...group, members: 0 });
    expect(await groups.lockRuled()).toContainEqual(group);
    expect(await groups.lockRuled([group.id])).toEqual([group]);
    expect(await groups.lockRuled([newId()])).toEqual([]);
    await expect(groups.add({ ...group, id: newId() }, NOW)).rejects.toThrow(GroupCodeTaken);
    await expect(groups.save({ ...other, code: group.code })).rejects.toThrow(GroupCodeTaken);
    expect(await groups.find(newId(), NOW)).toBeNull();
    expect(await groups.lock(newId())).toBeNull();
  });

  test("an edited group is saved, a removed one is gone with its members", async () => {
    const subject = await withGroup();
    const { groups, group } = subject;
    const { id: userId } = await subject.person();
    await letIn(subject, group.id, { userId });
    const edited = { ...group, name: { ru: "Свои", en: "Ours" }, version: 2 };

    await groups.save(edited);

    expect(await groups.lock(group.id)).toEqual(edited);
    await groups.remove(group.id);

    expect(await groups.lock(group.id)).toBeNull();
    expect(await groups.ofCustomer(userId, NOW, 10)).toEqual([]);
  });

  test("somebody is in a group from the first instant to before the last", async () => {
    const subject = await withGroup();
    const { groups, group } = subject;
    const { id: userId } = await subject.person();
    const { whole } = await letIn(subject, group.id, { userId, from: after(1), until: after(2) });
    const membersAt = async (now: Date) => (await groups.find(group.id, now))?.members;

    expect(await membersAt(new Date(after(1).getTime() - 1))).toBe(0);
    expect(await membersAt(after(1))).toBe(1);
    expect(await membersAt(new Date(after(2).getTime() - 1))).toBe(1);
    expect(await membersAt(after(2))).toBe(0);
    const { id, code, name } = group;
    expect(await groups.ofCustomer(userId, NOW, 10)).toEqual([
      {
        id: whole.id,
        from: after(1).toISOString(),
        until: after(2).toISOString(),
        group: { id, code, name, byRule: false },
      },
    ]);
    expect(await groups.ofCustomer(userId, after(2), 10)).toEqual([]);
  });

  test("nobody is in a group twice at once; one time may follow another", async () => {
    const subject = await withGroup();
    const { id: userId } = await subject.person();
    const { id: other } = await subject.person();
    const at = subject.group.id;

    expect((await letIn(subject, at, { userId, from: NOW, until: after(5) })).added).toBe(true);
    expect((await letIn(subject, at, { userId, from: after(4) })).added).toBe(false);
    expect((await letIn(subject, at, { userId, from: before(9), until: after(1) })).added).toBe(false);
    expect((await letIn(subject, at, { userId, from: after(5) })).added).toBe(true);
    expect((await letIn(subject, at, { userId: other, from: NOW, until: after(5) })).added).toBe(true);
  });

  test("a membership ends once; one that has not begun disappears", async () => {
    const subject = await withGroup();
    const { groups, group } = subject;
    const { id: userId } = await subject.person();
    const { whole: current } = await letIn(subject, group.id, { userId, from: before(3), until: after(1) });
    const { whole: planned } = await letIn(subject, group.id, { userId, from: after(1) });

    expect(await groups.endMembership(current.id, NOW)).toBe(true);
    expect(await groups.endMembership(current.id, after(1))).toBe(false);
    expect(await groups.endMembership(planned.id, NOW)).toBe(true);

    expect(await groups.findMembership(current.id)).toEqual({ ...current, until: NOW });
    expect(await groups.findMembership(planned.id)).toBeNull();
  });

  test("members come page by page, the latest first, and can be searched by name", async () => {
    const subject = await withGroup();
    const { groups, group } = subject;
    const people = [];
    for (let n = 0; n < 5; n++) {
      const user = await subject.person({ name: n === 2 ? "Зоя" : "Анна" });
      const { whole } = await letIn(subject, group.id, { userId: user.id, from: n < 3 ? NOW : before(n) });
      people.push({ user, whole });
    }
    await letIn(subject, group.id, { userId: (await subject.person()).id, from: before(9), until: NOW });
    const page = { groupId: group.id, now: NOW, limit: 2 };

    const seen = [];
    let last: { at: Date; id: string } | null = null;
    for (;;) {
      const rows = await groups.members({ ...page, after: last });
      seen.push(...rows);
      const end = rows.at(-1);
      if (!end) break;
      last = { at: end.from, id: end.id };
    }

    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(people.map(({ whole }) => whole.id)));
    expect(seen).toHaveLength(5);
    for (const [index, { from }] of seen.entries())
      expect(from.getTime()).toBeLessThanOrEqual(seen[index - 1]?.from.getTime() ?? Infinity);
    const [zoya] = await groups.members({ ...page, text: "зоя", after: null });
    expect(zoya).toMatchObject({ user: { id: people[2]?.user.id, name: "Зоя" }, from: NOW, until: null });
  });

  const inAndOut: [string, GroupCondition, (subject: Subject) => Promise<[wanted: User, other: User]>][] = [
    [
      "placed enough orders",
      { fact: "orders", atLeast: 2, withinDays: null },
      async ({ person, buys }) => {
        const [wanted, other] = [await person(), await person()];
        await buys({ userId: wanted.id, amount: 1, currency: "RUB", at: before(4000) });
        await buys({ userId: wanted.id, amount: 1, currency: "EUR", at: NOW });
        await buys({ userId: other.id, amount: 9, currency: "RUB", at: NOW });
        return [wanted, other];
      },
    ],
    [
      "placed enough orders of late",
      { fact: "orders", atLeast: 1, withinDays: 30 },
      async ({ person, buys }) => {
        const [wanted, other] = [await person(), await person()];
        await buys({ userId: wanted.id, amount: 1, currency: "RUB", at: before(29) });
        await buys({ userId: other.id, amount: 1, currency: "RUB", at: before(30) });
        return [wanted, other];
      },
    ],
    [
      "spent enough in a currency of late",
      { fact: "spent", atLeast: 100, currency: "EUR", withinDays: 30 },
      async ({ person, buys }) => {
        const [wanted, other] = [await person(), await person()];
        for (const at of [before(1), before(2)]) await buys({ userId: wanted.id, amount: 50, currency: "EUR", at });
        await buys({ userId: other.id, amount: 99, currency: "EUR", at: NOW });
        await buys({ userId: other.id, amount: 999, currency: "RUB", at: NOW });
        await buys({ userId: other.id, amount: 999, currency: "EUR", at: before(31) });
        return [wanted, other];
      },
    ],
    [
      "spent enough ever",
      { fact: "spent", atLeast: 100, currency: "RUB", withinDays: null },
      async ({ person, buys }) => {
        const [wanted, other] = [await person(), await person()];
        await buys({ userId: wanted.id, amount: 100, currency: "RUB", at: before(4000) });
        return [wanted, other];
      },
    ],
    [
      "registered since a day",
      { fact: "registered", since: before(10).toISOString() },
      async ({ person }) => [
        await person({ createdAt: before(10) }),
        await person({ createdAt: new Date(before(10).getTime() - 1) }),
      ],
    ],
    [
      "live in a country",
      { fact: "country", countries: ["DE", "US"] },
      async ({ person, livesIn }) => {
        const [wanted, other] = [await person(), await person()];
        await livesIn(wanted.id, "US");
        await livesIn(other.id, "RU");
        return [wanted, other];
      },
    ],
    [
      "verified their address",
      { fact: "verified" },
      async ({ person }) => [await person({ emailVerifiedAt: NOW }), await person()],
    ],
  ];

  test.each(inAndOut)("a rule lets in those who %s, and nobody else", async (_, condition, prepare) => {
    const subject = await withGroup([condition]);
    const [wanted, other] = await prepare(subject);

    await evaluate(subject, subject.group);

    const inside = await idsIn(subject, subject.group.id);
    expect(inside).toContain(wanted.id);
    expect(inside).not.toContain(other.id);
  });

  test("all conditions of a rule must hold, and people who work in the shop are no customers", async () => {
    const subject = await withGroup([{ fact: "verified" }, { fact: "registered", since: before(10).toISOString() }]);
    const wanted = await subject.person({ emailVerifiedAt: NOW, createdAt: before(1) });
    const late = await subject.person({ emailVerifiedAt: NOW, createdAt: before(11) });
    const unverified = await subject.person({ createdAt: before(1) });
    const clerk = await subject.person({ emailVerifiedAt: NOW, createdAt: before(1), role: "staff" });

    await evaluate(subject, subject.group);

    const inside = await idsIn(subject, subject.group.id);
    expect(inside).toContain(wanted.id);
    for (const { id } of [late, unverified, clerk]) expect(inside).not.toContain(id);
  });

  test("a preview counts the people whom the rule would let in", async () => {
    const subject = await open();
    const since = new Date("2199-01-01T00:00:00Z");
    const rule: GroupRule = [{ fact: "registered", since: since.toISOString() }, { fact: "verified" }];
    const already = await subject.groups.countMatching(rule, NOW);
    await subject.person({ createdAt: since, emailVerifiedAt: NOW });
    await subject.person({ createdAt: since });

    expect(await subject.groups.countMatching(rule, NOW)).toBe(already + 1);
  });

  test("whoever stops to fulfil the rule is out from that instant, and in again later", async () => {
    const subject = await withGroup([{ fact: "orders", atLeast: 1, withinDays: 10 }]);
    const { group } = subject;
    const { id: userId } = await subject.person();
    await subject.buys({ userId, amount: 1, currency: "RUB", at: before(5) });

    await evaluate(subject, group);
    await evaluate(subject, group, after(1));
    const [member] = await subject.groups.ofCustomer(userId, NOW, 10);
    await evaluate(subject, group, after(6));
    expect(await subject.groups.ofCustomer(userId, after(6), 10)).toEqual([]);
    await subject.buys({ userId, amount: 1, currency: "RUB", at: after(6) });
    await evaluate(subject, group, after(6));
    expect(await subject.groups.ofCustomer(userId, after(6), 10)).toMatchObject([{ from: after(6).toISOString() }]);
    await evaluate(subject, group, after(17));
    await subject.buys({ userId, amount: 1, currency: "RUB", at: after(18) });
    await evaluate(subject, group, after(18));

    expect(member).toMatchObject({ from: NOW.toISOString(), until: null, group: { byRule: true } });
    expect(await subject.groups.findMembership(member?.id ?? "")).toMatchObject({ from: NOW, until: after(6) });
    expect(await subject.groups.ofCustomer(userId, after(19), 10)).toMatchObject([{ from: after(18).toISOString() }]);
  });

  test("asked of some people only, a rule leaves the others where they are", async () => {
    const subject = await withGroup([{ fact: "orders", atLeast: 1, withinDays: null }]);
    const { groups, group } = subject;
    const [asked, passed] = [await subject.person(), await subject.person()];
    for (const { id: userId } of [asked, passed]) await subject.buys({ userId, amount: 1, currency: "RUB", at: NOW });

    const rule = group.rule ?? [];
    await groups.evaluate({ groupId: group.id, rule, people: [asked.id, newId()], now: NOW });

    expect(await idsIn(subject, group.id)).toEqual([asked.id]);
  });

  test("asked of its members only, a rule lets them out and nobody in", async () => {
    const subject = await withGroup([{ fact: "orders", atLeast: 1, withinDays: 10 }]);
    const { groups, group } = subject;
    const buyers = [];
    for (let day = 0; day < 8; day++) {
      const { id: userId } = await subject.person();
      await subject.buys({ userId, amount: 1, currency: "RUB", at: before(day) });
      await evaluate(subject, group, before(day % 2));
      buyers.push(userId);
    }
    const { id: newcomer } = await subject.person();
    await subject.buys({ userId: newcomer, amount: 1, currency: "RUB", at: after(6) });

    await groups.evaluate({ groupId: group.id, rule: group.rule ?? [], people: "members", now: after(6) });

    const inside = new Set(await idsIn(subject, group.id, after(6)));
    expect([...buyers, newcomer].filter((id) => inside.has(id))).toEqual(buyers.slice(0, 4));
  });

  test("people of whom something changed that rules ask for are told once", async () => {
    const subject = await open();
    const drain = async () => {
      const all = new Set<string>();
      for (;;) {
        const some = await subject.groups.takeChanged(2);
        if (some.length === 0) return all;
        for (const id of some) all.add(id);
      }
    };
    await drain();
    const [anna, boris] = [await subject.person(), await subject.person()];
    expect(await drain()).toEqual(new Set([anna.id, boris.id]));

    await subject.buys({ userId: anna.id, amount: 1, currency: "RUB", at: NOW });
    expect(await drain()).toEqual(new Set([anna.id]));
    await subject.livesIn(boris.id, "DE");
    expect(await drain()).toEqual(new Set([boris.id]));
    expect(await drain()).toEqual(new Set());
  });
}
