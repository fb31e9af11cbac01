import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { BadCredentials } from "@vitrina/domain/auth";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { postOffice } from "#testing-letters.ts";

const shop = testShop();
const { tokenFor } = postOffice(shop);
const anAddress = () => `${randomUUID()}@vitrina.example`;
const PASSWORD = "five quite unrelated words here";
const DEVICE = { realm: "api", uaLabel: "vitest", ipPrefix: "203.0.113.0/24" } as const;
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: Error) => error.message,
  );
const invited = async (email = anAddress(), choice: { role: "staff" | "admin" } = { role: "staff" }) => {
  const admin = await shop.member("admin");
  await shop.callerOf({ principal: admin.principal }).auth.invitations.invite({ email, choice });
  return { email, admin, boss: shop.callerOf({ principal: admin.principal }), token: await tokenFor(email, "/invite") };
};
const accept = (token: string, caller = shop.callerOf()) =>
  caller.auth.invitations.accept({ token, name: "Борис", password: PASSWORD });
const signedIn = async (email: string, password = PASSWORD) => {
  const { tokens, profile } = await shop.services.auth.signIn({ email, password }, DEVICE);
  return { profile, principal: await shop.services.auth.authenticate(tokens.accessToken, "api") };
};

test("whoever accepts an invitation works in the shop, under a password of their own and a confirmed address", async () => {
  const { email, token, boss } = await invited();

  expect(await shop.callerOf().auth.invitations.look({ token })).toEqual({
    email,
    role: "staff",
    roleName: null,
    account: "new",
  });
  await accept(token);

  expect((await signedIn(email)).profile).toMatchObject({ role: "staff", name: "Борис", emailVerified: true });
  expect((await boss.auth.invitations.list()).map((each) => each.email)).not.toContain(email);
  const { rows } = await shop.database.pool.query(
    "select action, after from core.audit where action = 'users.invitation-accepted' order by at desc limit 1",
  );
  expect(rows).toMatchObject([{ after: { role: "staff" } }]);
});

test("an invitation into a role of the shop's own brings just that role", async () => {
  const { principal } = await shop.member("admin");
  const boss = shop.callerOf({ principal });
  const role = await boss.auth.roles.create({ name: `Role ${randomUUID()}`, permissions: ["orders:manage"] });
  const email = anAddress();
  await boss.auth.invitations.invite({ email, choice: { role: "custom", roleId: role.id } });
  await accept(await tokenFor(email, "/invite"));

  const picker = shop.callerOf({ principal: (await signedIn(email)).principal });
  expect(await picker.auth.staff.rights()).toEqual(["orders:manage"]);
});

test("an invitation works once, however many accept it at once", async () => {
  const { token } = await invited();

  const outcomes = await Promise.all(Array.from({ length: 5 }, () => codeOf(accept(token))));

  expect(outcomes.toSorted()).toEqual([...Array.from({ length: 4 }, () => "auth.invite-expired"), "done"]);
});

test("a new invitation ends the old one, a withdrawn or old one opens nothing", async () => {
  const { email, token, boss } = await invited();
  await boss.auth.invitations.invite({ email, choice: { role: "admin" } });
  expect(await codeOf(accept(token))).toBe("auth.invite-expired");
  const [pending] = (await boss.auth.invitations.list()).filter((each) => each.email === email);
  expect(pending).toMatchObject({ role: "admin" });

  const renewed = await tokenFor(email, "/invite");
  await boss.auth.invitations.withdraw({ id: pending?.id ?? "" });
  expect(await codeOf(accept(renewed))).toBe("auth.invite-expired");
  expect(await codeOf(shop.callerOf().auth.invitations.look({ token: renewed }))).toBe("auth.invite-expired");
});

test("a customer's account is raised in its own session and never by the link alone; its other sessions end", async () => {
  const customer = await shop.member("customer");
  const { token } = await invited(customer.email);
  const own = shop.callerOf({ principal: customer.principal });

  expect(await codeOf(accept(token))).toBe("auth.sign-in-required");
  expect(await codeOf(accept(token, await shop.signedIn("customer")))).toBe("auth.sign-in-required");
  expect((await own.auth.invitations.look({ token })).account).toBe("yours");
  expect((await shop.callerOf().auth.invitations.look({ token })).account).toBe("known");
  await accept(token, own);

  expect(await codeOf(own.cart.claimGuestCart({}))).toBe("auth.session-revoked");
  await expect(signedIn(customer.email, TEST_PASSWORD)).rejects.toThrow(BadCredentials);
  expect((await signedIn(customer.email)).profile.role).toBe("staff");
});

test("what the inviter may give no more, an invitation brings no more", async () => {
  const { token, admin } = await invited(undefined, { role: "admin" });
  const other = await shop.signedIn("admin");
  const demoted = { userId: admin.principal.userId, version: 1, choice: { role: "staff" } } as const;
  await other.auth.staff.grant(demoted);

  expect(await codeOf(accept(token))).toBe("auth.role-gone");
});

test("an invitation into a role that has been deleted brings nothing", async () => {
  const { principal } = await shop.member("admin");
  const boss = shop.callerOf({ principal });
  const { id, version } = await boss.auth.roles.create({ name: `Role ${randomUUID()}`, permissions: [] });
  const email = anAddress();
  await boss.auth.invitations.invite({ email, choice: { role: "custom", roleId: id } });
  await boss.auth.roles.remove({ id, version });

  expect(await codeOf(accept(await tokenFor(email, "/invite")))).toBe("auth.role-gone");
});

test("people who work here need a longer password than customers, and a link of another purpose invites nobody", async () => {
  const { token } = await invited();
  const short = shop.callerOf().auth.invitations.accept({ token, name: "Борис", password: "xk9-mood-tre" });
  expect(await codeOf(short)).toBe("auth.weak-password");

  const { email } = await shop.member("customer");
  await shop.callerOf().auth.askReset({ email });
  const reset = await tokenFor(email, "/reset/new");
  expect(await codeOf(accept(reset))).toBe("auth.invite-expired");
  expect(await codeOf(shop.callerOf().auth.resetPassword({ token, password: PASSWORD }))).toBe("auth.link-invalid");
});

test("nobody invites into rights they lack, and the answer is the same for every address", async () => {
  const { principal } = await shop.member(["staff:manage"]);
  const clerk = shop.callerOf({ principal });
  expect(await codeOf(clerk.auth.invitations.invite({ email: anAddress(), choice: { role: "admin" } }))).toBe(
    "auth.escalation",
  );

  const boss = await shop.signedIn("admin");
  const addresses = [anAddress(), (await shop.member("customer")).email, (await shop.member("staff")).email];
  const answers = addresses.map((email) => boss.auth.invitations.invite({ email, choice: { role: "staff" } }));
  expect(await Promise.all(answers)).toEqual([{}, {}, {}]);
  const taken = await tokenFor(addresses[2] ?? "", "/invite");
  expect(await codeOf(accept(taken))).toBe("auth.sign-in-required");
});

test("an invitation runs out after 72 hours", async () => {
  const { token, boss, email } = await invited();
  shop.clock.advance(72 * 3_600_000);

  expect(await codeOf(accept(token))).toBe("auth.invite-expired");
  expect(await codeOf(boss.auth.invitations.list())).toBe("auth.session-revoked");
  expect(await shop.services.invitations.list()).not.toContainEqual(expect.objectContaining({ email }));
});
