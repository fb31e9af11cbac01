import { randomUUID } from "node:crypto";
import { SessionRevoked } from "@vitrina/domain/auth";
import { expect, test } from "vitest";
import { TEST_PASSWORD, testShop } from "#testing.ts";

const shop = testShop({ max: 20 });
const nameIt = () => `Role ${randomUUID()}`;
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: Error) => error.message,
  );
const adminCount = async () => {
  const admins = await shop.database.pool.query("select 1 from users.user where role = 'admin' and status = 'active'");
  return admins.rowCount;
};
const dismissAdmins = () => shop.database.pool.query("update users.user set role = 'customer' where role = 'admin'");

test("two admins who demote each other at the same moment leave one", async () => {
  for (let round = 0; round < 10; round++) {
    await dismissAdmins();
    const [one, other] = [await shop.member("admin"), await shop.member("admin")];
    const demote = (by: typeof one, whom: typeof one) =>
      shop.callerOf({ principal: by.principal }).auth.staff.grant({
        userId: whom.principal.userId,
        version: 1,
        choice: { role: "staff" },
      });

    const outcomes = await Promise.all([codeOf(demote(one, other)), codeOf(demote(other, one))]);

    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(await adminCount()).toBe(1);
  }
});

test("a right taken out of a role is gone with the very next call, and the session lives on with the rest", async () => {
  const admin = await shop.signedIn("admin");
  const role = await admin.auth.roles.create({ name: nameIt(), permissions: ["orders:manage", "staff:manage"] });
  const clerk = await shop.member("staff", { factor: false });
  const grant = { userId: clerk.principal.userId, version: 1, choice: { role: "custom", roleId: role.id } } as const;
  await admin.auth.staff.grant(grant);
  const device = { realm: "api", uaLabel: "vitest", ipPrefix: "203.0.113.0/24" } as const;
  const { tokens } = await shop.services.auth.signIn({ email: clerk.email, password: TEST_PASSWORD }, device);
  const principal = await shop.services.auth.authenticate(tokens.accessToken, "api");
  const picker = shop.callerOf({ principal });
  expect((await picker.auth.staff.rights()).toSorted()).toEqual(["orders:manage", "staff:manage"]);

  const { id, name, version } = role;
  await admin.auth.roles.change({ id, name, version, permissions: ["orders:manage"] });

  expect(await codeOf(picker.auth.staff.list())).toBe("auth.session-revoked");
  expect(await codeOf(picker.cart.claimGuestCart({}))).toBe("auth.session-revoked");
  const renewed = await shop.services.auth.refresh(tokens.refreshToken, device);
  const later = await shop.services.auth.authenticate(renewed.tokens.accessToken, "api");
  expect(await codeOf(shop.callerOf({ principal: later }).auth.staff.list())).toBe("auth.forbidden");
  expect(await codeOf(shop.callerOf({ principal: later }).orders.admin.list({}))).toBe("done");
});

test("another role ends the sessions of whoever gets it", async () => {
  const admin = await shop.signedIn("admin");
  const { principal } = await shop.member("staff");

  await admin.auth.staff.grant({ userId: principal.userId, version: 1, choice: { role: "customer" } });

  await expect(shop.services.auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
});

test("a role that is given and deleted at the same moment is either given or gone", async () => {
  const admin = await shop.signedIn("admin");
  for (let round = 0; round < 10; round++) {
    const { id, version } = await admin.auth.roles.create({ name: nameIt(), permissions: [] });
    const { userId } = (await shop.member("staff")).principal;

    const [given, deleted] = await Promise.all([
      codeOf(admin.auth.staff.grant({ userId, version: 1, choice: { role: "custom", roleId: id } })),
      codeOf(admin.auth.roles.remove({ id, version })),
    ]);

    expect([
      ["done", "auth.role-in-use"],
      ["auth.role-gone", "done"],
    ]).toContainEqual([given, deleted]);
  }
});

test("rights change only under a proof of identity of the last quarter of an hour", async () => {
  const admin = await shop.signedIn("admin");
  shop.clock.advance(15 * 60_000 + 1_000);

  const late = "auth.recent-sign-in-required";
  expect(await codeOf(admin.auth.roles.create({ name: nameIt(), permissions: [] }))).toBe(late);
  const grant = { userId: randomUUID(), version: 1, choice: { role: "customer" } } as const;
  expect(await codeOf(admin.auth.staff.grant(grant))).toBe(late);
  expect(await codeOf(admin.auth.roles.list())).toBe("done");
});
