import { expect, test } from "vitest";
import { accessExpiry, graceEnd, isLateReplay, judge, openSession, prolong } from "./session.ts";
import { aDevice, aRefreshToken, aSession, at } from "./auth.fake.ts";

const spent = aRefreshToken({ usedAt: at(0), sealed: new Uint8Array([1]), sealUntil: graceEnd(at(0)) });
const replay = { replay: new Uint8Array([1]) };
const shown = (seconds: number, device = {}) => ({ ...aDevice(), ...device, now: at(seconds) });

test("a fresh refresh token is exchanged for its successor", () => {
  expect(judge(aSession(), aRefreshToken(), shown(60))).toBe("rotate");
});

test("a device may update its browser between two refreshes", () => {
  expect(judge(aSession(), aRefreshToken(), shown(60, { uaLabel: "Firefox 132, Windows" }))).toBe("rotate");
});

test("parallel tabs and lost answers meet at the same successor", () => {
  expect(judge(aSession(), spent, shown(0))).toEqual(replay);
  expect(judge(aSession(), spent, shown(19.999))).toEqual(replay);
});

test("a spent token that comes back after its grace means theft", () => {
  expect(judge(aSession(), spent, shown(20))).toBe("reuse");
});

test("once its successor was used, a spent token means theft even within the grace", () => {
  expect(judge(aSession(), { ...spent, successorUsed: true }, shown(1))).toBe("reuse");
});

test("a spent token from another browser means theft even within the grace", () => {
  expect(judge(aSession(), spent, shown(1, { uaLabel: "Chrome 129, Linux" }))).toBe("reuse");
});

test("a spent token whose seal was wiped means theft", () => {
  expect(judge(aSession(), { ...spent, sealed: null }, shown(1))).toBe("reuse");
  expect(judge(aSession(), { ...spent, sealUntil: null }, shown(1))).toBe("reuse");
});

test("a sixth late replay is no accident any more", () => {
  expect(judge(aSession(), { ...spent, replays: 4 }, shown(10))).toEqual(replay);
  expect(judge(aSession(), { ...spent, replays: 5 }, shown(10))).toBe("reuse");
});

test("tabs that refresh in the same moment do not use up the replays", () => {
  expect(isLateReplay(spent, at(10))).toBe(false);
  expect(isLateReplay(spent, at(10.001))).toBe(true);
});

test("a browser's token shown by a program means theft", () => {
  expect(judge(aSession(), aRefreshToken(), shown(1, { realm: "api" }))).toBe("reuse");
});

test("an ended session stays ended, whatever is shown", () => {
  const ended = aSession({ revokedAt: at(1) });

  expect(judge(ended, aRefreshToken(), shown(2))).toBe("revoked");
  expect(judge(ended, spent, shown(2))).toBe("revoked");
});

test("a session runs out when idle, and at its absolute end even when used", () => {
  const session = aSession({ idleExpiresAt: at(60), absoluteExpiresAt: at(90) });

  expect(judge(session, aRefreshToken(), shown(59.999))).toBe("rotate");
  expect(judge(session, aRefreshToken(), shown(60))).toBe("expired");
  expect(judge({ ...session, idleExpiresAt: at(100) }, aRefreshToken(), shown(90))).toBe("expired");
});

test.each([
  { role: "customer", idle: 14 * 24, longest: 30 * 24, access: 10 },
  { role: "staff", idle: 1, longest: 12, access: 5 },
  { role: "admin", idle: 1, longest: 12, access: 5 },
] as const)(
  "a $role stays signed in for $idle idle hours, $longest at most; access tokens live $access minutes",
  ({ role, idle, longest, access }) => {
    const session = openSession({ id: "s", userId: "u", role, amr: ["pwd"] }, aDevice(), at(0));

    expect(session.idleExpiresAt).toEqual(at(idle * 3600));
    expect(session.absoluteExpiresAt).toEqual(at(longest * 3600));
    expect(accessExpiry(session, role, at(0))).toEqual(at(access * 60));
  },
);

test("use prolongs a session, never past its absolute end; access tokens end with it", () => {
  const session = aSession({ absoluteExpiresAt: at(30 * 86_400) });
  const lastDay = at(29 * 86_400);

  expect(prolong(session, "customer", at(60)).idleExpiresAt).toEqual(at(60 + 14 * 86_400));
  expect(prolong(session, "customer", lastDay).idleExpiresAt).toEqual(session.absoluteExpiresAt);
  expect(accessExpiry(session, "customer", at(30 * 86_400 - 60))).toEqual(session.absoluteExpiresAt);
});
