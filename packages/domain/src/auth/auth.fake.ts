import type { DeviceMarks, PasswordHasher, PasswordStrength, TokenBox, TokenSigner, Waiter } from "./auth.ports.ts";
import type { CredentialsRepository } from "./credentials.repository.ts";
import type { Device } from "./device.ts";
import type { NewToken, SessionRepository } from "./session.repository.ts";
import { openSession, type RefreshToken, type Session } from "./session.ts";
import type { Throttle } from "@vitrina/domain/core";
import type { UsersRepository } from "@vitrina/domain/users";

const DAWN = Date.parse("2026-01-01T09:00:00Z");

/** The moment `seconds` after the tests begin. */
export const at = (seconds: number): Date => new Date(DAWN + seconds * 1000);

/** A clock that stands still until it is moved. */
export function aClock() {
  let seconds = 0;
  const clock = () => at(seconds);
  return Object.assign(clock, { pass: (more: number) => void (seconds += more) });
}

export const aDevice = (changes: Partial<Device> = {}): Device => ({
  realm: "browser",
  uaLabel: "Firefox 131, Windows",
  ipPrefix: "203.0.113.0/24",
  ...changes,
});

export const aSession = (changes: Partial<Session> = {}): Session => ({
  ...openSession(
    {
      id: "0196b8c0-0000-7000-8000-000000000051",
      userId: "0196b8c0-0000-7000-8000-00000000000a",
      role: "customer",
      amr: ["pwd"],
    },
    aDevice(),
    at(0),
  ),
  ...changes,
});

export const aRefreshToken = (changes: Partial<RefreshToken> = {}): RefreshToken => ({
  id: "token",
  parentId: null,
  usedAt: null,
  sealed: null,
  sealUntil: null,
  replays: 0,
  successorUsed: false,
  ...changes,
});

/** Hashes that anybody can read; counts the work done, also what went ahead of strangers. */
export function fakePasswords(): PasswordHasher & { work: number; ahead: number } {
  const count = (waiter?: Waiter) => {
    fake.work++;
    if (waiter?.known) fake.ahead++;
  };
  const fake = {
    work: 0,
    ahead: 0,
    hash: async (password: string, waiter?: Waiter) => {
      count(waiter);
      return `new:${password}`;
    },
    verify: async (password: string, stored: string | null, waiter?: Waiter) => {
      count(waiter);
      return { matches: stored?.slice(4) === password, outdated: stored?.startsWith("old:") ?? false };
    },
  };
  return fake;
}

/** Weak is what says so, and what holds a known word. */
export const fakeStrength: PasswordStrength = {
  async estimate(password, words) {
    const guessed = ["weak", ...words].some((word) => password.toLowerCase().includes(word.toLowerCase()));
    return { score: guessed ? 1 : 4, common: password === "password1234" };
  },
};

/** Access tokens in clear. */
export const fakeTokens: TokenSigner = {
  sign: async (grant) => JSON.stringify(grant),
  async verify(token, { realm, now }) {
    const { userId, sessionId, role, av, authTime, amr, ...grant } = JSON.parse(token);
    const valid = grant.realm === realm && now < new Date(grant.expiresAt);
    return valid ? { userId, sessionId, role, av, authTime: new Date(authTime), amr } : null;
  },
};

const bytes = (text: string) => new TextEncoder().encode(text);

/** Refresh tokens counted up, digests and seals in clear. */
export function fakeBox(): TokenBox {
  let count = 0;
  return {
    create: () => `refresh-${++count}`,
    digest: (raw) => bytes(raw),
    seal: (_, successor) => bytes(successor),
    open: (_, sealed) => new TextDecoder().decode(sealed),
  };
}

/** Marks in clear. */
export const fakeMarks: DeviceMarks = {
  issue: (account, now) => ({ mark: `device of ${account}`, expiresAt: new Date(now.getTime() + 1000) }),
  read: (mark, { account }) => (mark === `device of ${account}` ? mark : null),
};

/** Lets everybody in, however often. */
export const unhurried: Throttle = {
  take: async () => 1,
  giveBack: async () => {},
  clear: async () => {},
  sweep: async () => 0,
};

export function fakeCredentials(): CredentialsRepository & { hashes: Map<string, string> } {
  const hashes = new Map<string, string>();
  return {
    hashes,
    find: async (userId) => hashes.get(userId) ?? null,
    set: async (userId, passwordHash) => void hashes.set(userId, passwordHash),
    remove: async (userId) => void hashes.delete(userId),
    rehash: async (userId, from, to) => void (hashes.get(userId) === from && hashes.set(userId, to)),
  };
}

type Stored = RefreshToken & NewToken & { sessionId: string };

/** Sessions in memory, behaving as the real ones under one caller at a time. */
export function fakeSessions(
  users: Pick<UsersRepository, "find"> & {
    permissionsOf?: (userId: string) => readonly string[] | null;
  },
): SessionRepository & { all: Session[] } {
  let all: (Session & { reason?: string })[] = [];
  const tokens: Stored[] = [];
  const same = (left: Uint8Array, right: Uint8Array) => left.join() === right.join();
  const change = (id: string, changes: Partial<Session> & { reason?: string }) => {
    all = all.map((session) => (session.id === id ? { ...session, ...changes } : session));
  };
  const repository: SessionRepository = {
    async add(session, first) {
      all.push(session);
      tokens.push({ ...aRefreshToken(), ...first, sessionId: session.id });
    },
    async lockByToken(hash) {
      const token = tokens.find((candidate) => same(candidate.hash, hash));
      const session = all.find(({ id }) => id === token?.sessionId);
      if (!token || !session) return null;
      const successorUsed = tokens.some(({ parentId, usedAt }) => parentId === token.id && usedAt !== null);
      return { session, token: { ...token, successorUsed } };
    },
    async rotate({ id: sessionId, lastUsedAt, idleExpiresAt }, spent, { sealed, sealUntil, ...successor }) {
      tokens.push({ ...aRefreshToken(), ...successor, parentId: spent.id, sessionId });
      for (const token of tokens) {
        if (token.id === spent.id) Object.assign(token, { usedAt: lastUsedAt, sealed, sealUntil });
        if (token.id === spent.parentId) Object.assign(token, { sealed: null, sealUntil: null });
      }
      change(sessionId, { lastUsedAt, idleExpiresAt });
    },
    async countReplay(tokenId) {
      for (const token of tokens) if (token.id === tokenId) token.replays++;
    },
    async prove(sessionId, proof) {
      if (!all.some(({ id, revokedAt }) => id === sessionId && !revokedAt)) return null;
      change(sessionId, proof);
      return all.find(({ id }) => id === sessionId) ?? null;
    },
    async revokeOwn(userId, { id, now: revokedAt, reason }) {
      if (!all.some((session) => session.userId === userId && session.id === id && !session.revokedAt)) return false;
      change(id, { revokedAt, reason });
      return true;
    },
    listOpen: async (userId, now) =>
      all
        .filter((session) => session.userId === userId && !session.revokedAt && now < session.idleExpiresAt)
        .toSorted((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime() || (a.id < b.id ? 1 : -1))
        .map(({ reason: _, ...session }) => session),
    async revoke(sessionId, revokedAt, reason) {
      if (all.some(({ id, revokedAt: ended }) => id === sessionId && !ended)) change(sessionId, { revokedAt, reason });
    },
    async revokeOthers(userId, { keep, now, reason }) {
      const open = all.filter((session) => session.userId === userId && !session.revokedAt && session.id !== keep);
      for (const { id } of open) change(id, { revokedAt: now, reason });
      return open.map(({ id }) => id);
    },
    async revokeBeyond(userId, keep, now) {
      const open = all.filter((session) => session.userId === userId && !session.revokedAt);
      const newestFirst = open.toSorted(
        (a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime() || (a.id < b.id ? 1 : -1),
      );
      for (const { id } of newestFirst.slice(keep)) change(id, { revokedAt: now, reason: "too-many" });
    },
    async standing(sessionId) {
      const session = all.find(({ id }) => id === sessionId);
      const user = session && (await users.find(session.userId));
      if (!session || !user) return null;
      const { revokedAt, absoluteExpiresAt } = session;
      const permissions = users.permissionsOf?.(user.id) ?? null;
      return { revokedAt, absoluteExpiresAt, role: user.role, status: user.status, av: user.av, permissions };
    },
    revokedSince: async (moment) =>
      all.flatMap(({ id, revokedAt }) => (revokedAt && revokedAt >= moment ? [{ id, revokedAt }] : [])),
    async sweep(now) {
      for (const token of tokens)
        if (token.sealUntil && token.sealUntil < now) Object.assign(token, { sealed: null, sealUntil: null });
      all = all.filter(({ absoluteExpiresAt }) => absoluteExpiresAt >= now);
    },
  };
  return {
    ...repository,
    get all() {
      return all;
    },
  };
}
