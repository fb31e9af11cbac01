import { Busy, NotFound } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { anna, openRoom, PASSWORD } from "./auth-room.fake.ts";
import { BadCredentials, InvalidEmail, SessionRevoked, SignInRequired, WeakPassword } from "./auth.errors.ts";
import type { Principal } from "./principal.ts";
import { Escalation, InviteExpired, RoleGone } from "./roles.errors.ts";

const HOUR = 3_600;
const staff = { role: "staff", roleId: null } as const;
const admin = { role: "admin", roleId: null } as const;
const email = "Boris@Example.com";
const accepted = { name: "Борис", password: "long enough for staff", locale: "en" } as const;

async function openShop() {
  const room = openRoom();
  const boss = await room.aShopkeeper("boss@example.com", "admin");
  room.audit.entries.length = 0;
  /** The token of the letter that asks somebody in. */
  async function invite(grant: Parameters<typeof room.staff.assign>[1] = staff, to = email, by: Principal = boss) {
    await room.invites.invite(by, { email: to, locale: "ru", ...(grant as typeof staff) });
    return room.linkIn("auth.invited");
  }
  const memberOf = async (address: string) => {
    const found = room.users.all.find(({ emailCanonical }) => emailCanonical === address);
    return found ? room.staff.find(found.id) : null;
  };
  return { ...room, boss, invite, memberOf };
}

test("whoever accepts works in the shop, under a name and a password of their own and a confirmed address", async () => {
  const { invites, invite, boss, audit, lettersOf, memberOf, signIn, clock, users } = await openShop();

  const token = await invite();
  await invites.accept(null, { ...accepted, token });

  expect(lettersOf("auth.invited")).toMatchObject([{ email, locale: "ru" }]);
  const member = await memberOf("boris@example.com");
  expect(member).toMatchObject({ name: "Борис", email, role: "staff", status: "active", permissions: null });
  expect(users.all.at(-1)).toMatchObject({ locale: "en", emailVerifiedAt: clock(), createdAt: clock() });
  await signIn({ email, password: accepted.password });
  const self = { kind: "user", id: member?.id };
  expect(audit.entries).toEqual([
    {
      action: "users.invited",
      actor: { kind: "user", id: boss.userId },
      subject: { kind: "invitation", id: expect.any(String) },
      after: { email, role: "staff", roleName: null },
    },
    {
      action: "users.invitation-accepted",
      actor: self,
      subject: self,
      before: { role: "customer" },
      after: { role: "staff", roleName: null, invitedBy: boss.userId },
    },
  ]);
});

test("an invitation into a role of the shop's own brings just that role", async () => {
  const { invites, invite, roles, memberOf, clock } = await openShop();
  const role = { id: "packing", name: "Packing", permissions: ["orders:manage"], version: 1 };
  await roles.add(role, clock());
  const token = await invite({ role: "custom", roleId: role.id });

  expect(await invites.look(token, null)).toEqual({ email, role: "custom", roleName: "Packing", account: "new" });
  await invites.accept(null, { ...accepted, token });

  expect(await memberOf("boris@example.com")).toMatchObject({ roleName: "Packing", permissions: ["orders:manage"] });
});

test("the people who were asked and have not answered yet are listed, with who asked them and until when", async () => {
  const { invites, invite, clock } = await openShop();
  await invite();

  expect(await invites.list()).toMatchObject([
    { email, role: "staff", roleName: null, invitedByName: "Анна", expiresAt: "2026-01-04T09:00:00.000Z" },
  ]);
  clock.pass(72 * HOUR);
  expect(await invites.list()).toEqual([]);
});

test("an invitation is spent by its use, by a newer one and after 72 hours", async () => {
  const { invites, invite, clock } = await openShop();
  const first = await invite();
  const second = await invite(admin);

  await expect(invites.accept(null, { ...accepted, token: first })).rejects.toThrow(InviteExpired);
  await expect(invites.look(first, null)).rejects.toThrow(InviteExpired);
  await invites.accept(null, { ...accepted, token: second });
  await expect(invites.accept(null, { ...accepted, token: second })).rejects.toThrow(InviteExpired);
  const third = await invite(staff, "vera@example.com");
  clock.pass(72 * HOUR);
  await expect(invites.accept(null, { ...accepted, token: third })).rejects.toThrow(InviteExpired);
});

test("a withdrawn invitation opens nothing, and is withdrawn once", async () => {
  const { invites, invite, boss, audit, memberOf } = await openShop();
  const token = await invite();
  const id = (await invites.list())[0]?.id ?? "";

  await invites.withdraw(boss, id);

  await expect(invites.look(token, null)).rejects.toThrow(InviteExpired);
  await expect(invites.accept(null, { ...accepted, token })).rejects.toThrow(InviteExpired);
  await expect(invites.withdraw(boss, id)).rejects.toThrow(new NotFound({ what: "invitation" }));
  expect(await memberOf("boris@example.com")).toBeNull();
  expect(audit.entries.slice(1)).toEqual([
    {
      action: "users.invitation-withdrawn",
      actor: { kind: "user", id: boss.userId },
      subject: { kind: "invitation", id },
      before: { email, role: "staff", roleName: null },
    },
  ]);
});

test("the address of somebody who did not come is forgotten", async () => {
  const { invites, invite, clock, invitations } = await openShop();
  await invite();

  await invites.sweep();
  expect(invitations.all).toHaveLength(1);
  clock.pass(73 * HOUR);
  await invites.sweep();

  expect(invitations.all).toEqual([]);
});

test("of two who withdraw one invitation at once, the second is told that it is gone", async () => {
  const { invites, invite, boss } = await openShop();
  await invite();
  const id = (await invites.list())[0]?.id ?? "";

  const outcomes = await Promise.allSettled([invites.withdraw(boss, id), invites.withdraw(boss, id)]);

  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
});

test("of an acceptance and a withdrawal at once, one happens", async () => {
  const { invites, invite, boss, staff: people } = await openShop();
  const token = await invite();
  const id = (await invites.list())[0]?.id ?? "";
  const { find } = people;
  people.find = async (userId) => {
    people.find = find;
    await invites.withdraw(boss, id);
    return find(userId);
  };

  await expect(invites.accept(null, { ...accepted, token })).rejects.toThrow(InviteExpired);
});

test("the link of another letter is no invitation, and costs no work", async () => {
  const { auth, invites, askReset, passwords } = await openShop();
  await auth.signUp(anna);
  const token = await askReset();
  const before = passwords.work;

  await expect(invites.look(token, null)).rejects.toThrow(InviteExpired);
  await expect(invites.accept(null, { ...accepted, token })).rejects.toThrow(InviteExpired);
  await expect(invites.accept(null, { ...accepted, token: "never sent" })).rejects.toThrow(InviteExpired);

  expect(passwords.work).toBe(before);
});

test("a known address answers alike, and only its own session accepts: it becomes a shopkeeper's account", async () => {
  const { auth, invites, invite, signIn, memberOf, sessions, person } = await openShop();
  await auth.signUp(anna);
  const { principal, tokens } = await signIn();
  const token = await invite(staff, anna.email);

  expect(await invites.look(token, null)).toMatchObject({ account: "known" });
  expect(await invites.look(token, principal)).toMatchObject({ account: "yours" });
  await invites.accept(principal, { ...accepted, token });

  expect(await memberOf("anna@example.com")).toMatchObject({ id: principal.userId, role: "staff", name: "Анна" });
  expect(person(principal.userId).emailVerifiedAt).not.toBeNull();
  expect(sessions.all.find(({ id }) => id === principal.sessionId)).toMatchObject({ reason: "role-changed" });
  await expect(auth.authenticate(tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(signIn()).rejects.toThrow(BadCredentials);
  await signIn({ ...anna, password: accepted.password });
});

test("the letter alone raises no account that is there already, nor does a stranger's session", async () => {
  const { auth, invites, invite, signIn, memberOf } = await openShop();
  await auth.signUp(anna);
  await auth.signUp({ ...anna, email: "mallory@example.com" });
  const mallory = (await signIn({ email: "mallory@example.com", password: PASSWORD })).principal;

  await expect(invites.accept(null, { ...accepted, token: await invite(staff, anna.email) })).rejects.toThrow(
    SignInRequired,
  );
  await expect(invites.accept(mallory, { ...accepted, token: await invite(staff, anna.email) })).rejects.toThrow(
    SignInRequired,
  );

  expect(await memberOf("anna@example.com")).toMatchObject({ role: "customer" });
});

test("somebody who works in the shop already, or whose account is closed, is raised by no letter", async () => {
  const { auth, invites, invite, aShopkeeper, signIn, users, memberOf } = await openShop();
  const clerk = await aShopkeeper("clerk@example.com");
  await auth.signUp(anna);
  const { principal } = await signIn();
  await users.setStatus(principal.userId, "disabled");

  const toClerk = await invite(admin, "clerk@example.com");
  await expect(invites.accept(clerk, { ...accepted, token: toClerk })).rejects.toThrow(InviteExpired);
  const toAnna = await invite(admin, anna.email);
  await expect(invites.accept(principal, { ...accepted, token: toAnna })).rejects.toThrow(InviteExpired);

  expect(await memberOf("clerk@example.com")).toMatchObject({ role: "staff" });
  expect(await memberOf("anna@example.com")).toMatchObject({ role: "customer" });
});

test.each(["fourteen chars", "password1234", "weak but long enough", "boris@example.com", "this is Борис of old"])(
  "the password %j is too weak for a shopkeeper, and the invitation stays good",
  async (password) => {
    const { invites, invite, memberOf } = await openShop();
    const token = await invite();

    await expect(invites.accept(null, { ...accepted, token, password })).rejects.toThrow(WeakPassword);
    await invites.accept(null, { ...accepted, token });

    expect(await memberOf("boris@example.com")).not.toBeNull();
  },
);

test("nobody invites into more than they may themselves, into a role that is gone, or to what is no address", async () => {
  const { invite, aShopkeeper, lettersOf } = await openShop();
  const clerk = await aShopkeeper("clerk@example.com");

  await expect(invite(admin, email, clerk)).rejects.toThrow(Escalation);
  await expect(invite({ role: "custom", roleId: "gone" })).rejects.toThrow(RoleGone);
  await expect(invite(staff, "no address")).rejects.toThrow(InvalidEmail);

  expect(lettersOf("auth.invited")).toEqual([]);
});

type Shop = Awaited<ReturnType<typeof openShop>>;
test.each([
  ["works in the shop no more", ({ users, boss }: Shop) => users.setStatus(boss.userId, "disabled")],
  [
    "may not give that much any more",
    ({ staff, boss }: Shop) => staff.assign(boss.userId, { role: "staff", roleId: null }),
  ],
])("an invitation by somebody who %s opens nothing", async (_, happens) => {
  const shop = await openShop();
  const token = await shop.invite(admin);
  await happens(shop);

  await expect(shop.invites.accept(null, { ...accepted, token })).rejects.toThrow(RoleGone);
});

test("whoever may no longer hire brings nobody in, though they hold all that the role opens", async () => {
  const { invites, invite, staff: people, boss } = await openShop();
  const token = await invite(staff);
  await people.assign(boss.userId, { role: "staff", roleId: null });

  await expect(invites.accept(null, { ...accepted, token })).rejects.toThrow(RoleGone);
});

test("an invitation into a role that was deleted meanwhile opens nothing", async () => {
  const { invites, invite, roles, clock } = await openShop();
  await roles.add({ id: "packing", name: "Packing", permissions: ["orders:manage"], version: 1 }, clock());
  const token = await invite({ role: "custom", roleId: "packing" });
  await roles.remove("packing");

  await expect(invites.accept(null, { ...accepted, token })).rejects.toThrow(RoleGone);
});

test("a repetition of an acceptance, whose link is spent, gets the first answer", async () => {
  const { invites, invite, users } = await openShop();
  const token = await invite();
  const answers: unknown[] = [];
  const once = async <T>(work: () => Promise<T>): Promise<T> => (answers[0] ??= await work()) as T;

  await invites.accept(null, { ...accepted, token }, once);
  await invites.accept(null, { ...accepted, token }, once);

  expect(users.all.filter(({ name }) => name === "Борис")).toHaveLength(1);
});

test("a shop that fails on the way says so, and not that the invitation ran out", async () => {
  const { invites, invite, links } = await openShop();
  const token = await invite();

  const { find } = links;
  const failOnce = () =>
    (links.find = () => {
      links.find = find;
      return Promise.reject(new Busy({ retryAfter: 1 }));
    });

  failOnce();
  await expect(invites.look(token, null)).rejects.toThrow(Busy);
  failOnce();
  await expect(invites.accept(null, { ...accepted, token })).rejects.toThrow(Busy);
  await invites.accept(null, { ...accepted, token });
});
