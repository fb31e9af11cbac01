import { NotFound } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { anna, openRoom } from "./auth-room.fake.ts";
import { SelfDisable } from "./account.errors.ts";
import { aDevice } from "./auth.fake.ts";
import { AccountDisabled, Forbidden, SessionRevoked } from "./auth.errors.ts";

const reason = "Stolen cards";

async function openShop() {
  const room = openRoom();
  await room.auth.signUp(anna);
  const shopper = await room.signIn();
  const boss = await room.aShopkeeper("boss@example.com", "admin");
  const clerk = await room.aShopkeeper("clerk@example.com");
  room.audit.entries.length = 0;
  return { ...room, shopper, boss, clerk, userId: shopper.principal.userId };
}

test("a closed account is signed out everywhere with the next call, and the trail says why", async () => {
  const { accounts, auth, clerk, shopper, userId, audit, sessions, person, signIn } = await openShop();
  expect(await accounts.openSessions(userId)).toBe(1);

  await accounts.disable(clerk, { userId, reason });

  expect(person(userId)).toMatchObject({ status: "disabled", av: 2, version: 2 });
  expect(await accounts.openSessions(userId)).toBe(0);
  expect(sessions.all.find(({ userId: owner }) => owner === userId)).toMatchObject({ reason: "disabled" });
  await expect(auth.authenticate(shopper.tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
  await expect(signIn()).rejects.toThrow(AccountDisabled);
  expect(audit.entries).toEqual([
    {
      action: "users.disabled",
      actor: { kind: "user", id: clerk.userId },
      subject: { kind: "user", id: userId },
      before: { status: "active" },
      after: { status: "disabled" },
      reason,
    },
  ]);
});

test("an account that is opened again is signed in to anew", async () => {
  const { accounts, auth, clerk, shopper, userId, audit, signIn } = await openShop();
  await accounts.disable(clerk, { userId, reason });

  await accounts.enable(clerk, { userId, reason: "A mistake" });

  await expect(auth.refresh(shopper.tokens.refreshToken, aDevice())).rejects.toThrow(SessionRevoked);
  await signIn();
  expect(audit.entries.at(-1)).toMatchObject({
    action: "users.enabled",
    before: { status: "disabled" },
    after: { status: "active" },
    reason: "A mistake",
  });
});

test("opening an account ends no session", async () => {
  const { accounts, clerk, userId, users, sessions } = await openShop();
  Object.assign(users.all[0] ?? {}, { status: "disabled" });

  await accounts.enable(clerk, { userId, reason });

  expect(sessions.all.every(({ revokedAt }) => revokedAt === null)).toBe(true);
});

test("what is so already is not written down again", async () => {
  const { accounts, clerk, userId, audit, person } = await openShop();

  await accounts.enable(clerk, { userId, reason });
  await accounts.disable(clerk, { userId, reason });
  await accounts.disable(clerk, { userId, reason });

  expect(audit.entries).toHaveLength(1);
  expect(person(userId).av).toBe(2);
});

test("nobody closes their own account here, and nobody's is not there to close", async () => {
  const { accounts, boss } = await openShop();

  await expect(accounts.disable(boss, { userId: boss.userId, reason })).rejects.toThrow(SelfDisable);
  await expect(accounts.disable(boss, { userId: "nobody", reason })).rejects.toThrow(new NotFound({ what: "user" }));
});

test("shopkeepers decide about customers, admins about everybody", async () => {
  const { accounts, boss, clerk, person } = await openShop();

  await expect(accounts.disable(clerk, { userId: boss.userId, reason })).rejects.toThrow(Forbidden);
  await accounts.disable(boss, { userId: clerk.userId, reason });

  expect(person(clerk.userId).status).toBe("disabled");
});

test("of two admins who close each other at once one stays", async () => {
  const { accounts, boss, aShopkeeper, person } = await openShop();
  const other = await aShopkeeper("other-boss@example.com", "admin");
  await accounts.disable(boss, { userId: other.userId, reason });

  await expect(accounts.disable(other, { userId: boss.userId, reason })).rejects.toThrow(Forbidden);

  expect(person(boss.userId).status).toBe("active");
});
