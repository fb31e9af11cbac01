import { NotFound } from "@vitrina/domain/core";
import { expect, test } from "vitest";
import { anna, openRoom } from "./auth-room.fake.ts";
import { SessionRevoked } from "./auth.errors.ts";
import { aDevice } from "./auth.fake.ts";

const boris = { ...anna, email: "boris@example.com" };

test("a person sees their sessions, the latest used first, and which one is this", async () => {
  const { auth, signIn, clock } = openRoom();
  await auth.signUp(anna);
  const phone = await auth.signIn(anna, aDevice({ uaLabel: "Safari 18, iOS", ipPrefix: "198.51.100.0/24" }));
  const { sessionId } = await auth.authenticate(phone.tokens.accessToken, "browser");
  clock.pass(60);
  const { principal } = await signIn();

  expect(await auth.listSessions(principal)).toEqual([
    {
      id: principal.sessionId,
      realm: "browser",
      uaLabel: "Firefox 131, Windows",
      ipPrefix: "203.0.113.0/24",
      createdAt: "2026-01-01T09:01:00.000Z",
      lastUsedAt: "2026-01-01T09:01:00.000Z",
      current: true,
    },
    {
      id: sessionId,
      realm: "browser",
      uaLabel: "Safari 18, iOS",
      ipPrefix: "198.51.100.0/24",
      createdAt: "2026-01-01T09:00:00.000Z",
      lastUsedAt: "2026-01-01T09:00:00.000Z",
      current: false,
    },
  ]);
});

test("a person ends one of their sessions, once, and the trail says so", async () => {
  const { auth, signIn, audit, sessions } = openRoom();
  await auth.signUp(anna);
  const lost = await signIn();
  const { principal } = await signIn();

  await auth.endSession(principal, lost.principal.sessionId);

  expect(sessions.all.find(({ id }) => id === lost.principal.sessionId)).toMatchObject({ reason: "ended-by-owner" });
  await expect(auth.assertLive(lost.principal)).rejects.toThrow(SessionRevoked);
  await auth.assertLive(principal);
  await expect(auth.endSession(principal, lost.principal.sessionId)).rejects.toThrow(new NotFound({ what: "session" }));
  expect(audit.entries).toEqual([
    {
      action: "auth.session-ended",
      actor: { kind: "user", id: principal.userId },
      subject: { kind: "session", id: lost.principal.sessionId },
    },
  ]);
});

test("nobody ends somebody else's session", async () => {
  const { auth, signIn } = openRoom();
  await auth.signUp(anna);
  await auth.signUp(boris);
  const { principal } = await signIn();

  await expect(auth.endSession((await signIn(boris)).principal, principal.sessionId)).rejects.toThrow(
    new NotFound({ what: "session" }),
  );
  await auth.assertLive(principal);
});

test("all other sessions end; this one goes on under a new access token, the old one is worth nothing", async () => {
  const { auth, signIn, sessions, audit, clock } = openRoom();
  await auth.signUp(anna);
  const other = await signIn();
  const { principal } = await signIn();
  clock.pass(60);

  const { tokens } = await auth.endOtherSessions(principal);

  const renewed = await auth.authenticate(tokens.accessToken, "browser");
  expect(renewed).toEqual({ ...principal, av: principal.av + 1 });
  await auth.assertLive(renewed);
  await expect(auth.assertLive(principal)).rejects.toThrow(SessionRevoked);
  await expect(auth.assertLive(other.principal)).rejects.toThrow(SessionRevoked);
  expect(sessions.all.filter(({ revokedAt }) => revokedAt)).toMatchObject([
    { id: other.principal.sessionId, revokedAt: clock(), reason: "ended-by-owner" },
  ]);
  const self = { kind: "user", id: principal.userId };
  expect(audit.entries).toEqual([{ action: "auth.other-sessions-ended", actor: self, subject: self }]);
});

type Room = ReturnType<typeof openRoom>;

test.each([
  ["has rights that changed", ({ users }: Room) => users.raiseAv(users.all[0]?.id ?? "")],
  ["belongs to a closed account", ({ users }: Room) => void Object.assign(users.all[0] ?? {}, { status: "disabled" })],
  ["belongs to somebody who is gone", ({ users }: Room) => void (users.all.length = 0)],
])("a session that %s ends no others", async (_, change) => {
  const room = openRoom();
  await room.auth.signUp(anna);
  const { principal } = await room.signIn();
  await room.signIn();
  await change(room);

  await expect(room.auth.endOtherSessions(principal)).rejects.toThrow(SessionRevoked);

  expect(room.sessions.all.every(({ revokedAt }) => revokedAt === null)).toBe(true);
});

test("a session that is over is not renewed", async () => {
  const { auth, signIn } = openRoom();
  await auth.signUp(anna);
  const { principal } = await signIn();
  await auth.signOut({ refreshToken: null, principal });

  await expect(auth.endOtherSessions(principal)).rejects.toThrow(SessionRevoked);
});
