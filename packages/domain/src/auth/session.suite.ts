import type { User } from "@vitrina/domain/users";
import { expect, test } from "vitest";
import type { NewToken, SessionRepository } from "./session.repository.ts";
import type { Session } from "./session.ts";
import { aSession, at } from "./auth.fake.ts";

interface Subject {
  sessions: SessionRepository;
  /** A person whom the repository's foreign keys know. */
  user: User;
}

const hashOf = (name: string) => new TextEncoder().encode(name.slice(-32).padStart(32));

/** What every SessionRepository does; each test opens a subject of its own. `newId` gives UUIDs. */
export function sessionRepositorySuite(open: () => Promise<Subject>, newId: () => string): void {
  const aToken = (): NewToken => {
    const id = newId();
    return { id, hash: hashOf(id), createdAt: at(0) };
  };
  const begin = async (changes: Partial<Session> = {}) => {
    const subject = await open();
    const session = aSession({ id: newId(), userId: subject.user.id, ...changes });
    const first = aToken();
    await subject.sessions.add(session, first);
    return { ...subject, session, first };
  };
  const rotate = async (sessions: SessionRepository, hash: Uint8Array, now: Date) => {
    const found = await sessions.lockByToken(hash);
    if (!found) throw new Error("nothing to rotate");
    const successor = aToken();
    const sealed = new Uint8Array([7]);
    await sessions.rotate({ ...found.session, lastUsedAt: now }, found.token, {
      ...successor,
      sealed,
      sealUntil: at(20),
    });
    return successor;
  };

  test("a session is found by its refresh token and by no other", async () => {
    const { sessions, session, first } = await begin();

    expect(await sessions.lockByToken(first.hash)).toEqual({
      session,
      token: expect.objectContaining({ id: first.id, parentId: null, usedAt: null, replays: 0, successorUsed: false }),
    });
    expect(await sessions.lockByToken(hashOf("another"))).toBeNull();
  });

  test("a spent token knows when it was spent, its sealed successor, and whether that was used", async () => {
    const { sessions, session, first } = await begin();

    const second = await rotate(sessions, first.hash, at(5));
    const spent = await sessions.lockByToken(first.hash);
    await rotate(sessions, second.hash, at(9));
    const spentLater = await sessions.lockByToken(first.hash);

    expect(spent?.session).toEqual({ ...session, lastUsedAt: at(5) });
    expect(spent?.token).toMatchObject({ usedAt: at(5), sealUntil: at(20), successorUsed: false });
    expect([...(spent?.token.sealed ?? [])]).toEqual([7]);
    expect(spentLater?.token).toMatchObject({ usedAt: at(5), sealed: null, sealUntil: null, successorUsed: true });
  });

  test("replays are counted", async () => {
    const { sessions, first } = await begin();

    await sessions.countReplay(first.id);
    await sessions.countReplay(first.id);

    expect((await sessions.lockByToken(first.hash))?.token.replays).toBe(2);
  });

  test("a session ends once, and is listed as ended since then", async () => {
    const { sessions, session, first } = await begin();

    await sessions.revoke(session.id, at(10), "signed-out");
    await sessions.revoke(session.id, at(20), "reused");

    const ended = { id: session.id, revokedAt: at(10) };
    expect((await sessions.lockByToken(first.hash))?.session.revokedAt).toEqual(at(10));
    expect(await sessions.revokedSince(at(10))).toContainEqual(ended);
    expect(await sessions.revokedSince(at(11))).not.toContainEqual(ended);
  });

  test("a new proof of identity is noted while the session lasts", async () => {
    const { sessions, session } = await begin();

    const proof = { authTime: at(60), amr: ["pwd", "otp"] };
    expect(await sessions.prove(session.id, proof)).toEqual({ ...session, ...proof });
    await sessions.revoke(session.id, at(90), "signed-out");
    expect(await sessions.prove(session.id, { authTime: at(120), amr: ["pwd"] })).toBeNull();
  });

  test("all sessions of a person end but the one to keep", async () => {
    const { sessions, user, session, first } = await begin();
    const others = [aSession({ id: newId(), userId: user.id }), aSession({ id: newId(), userId: user.id })];
    for (const other of others) await sessions.add(other, aToken());
    const ending = { now: at(10), reason: "password-set" } as const;

    const ended = await sessions.revokeOthers(user.id, { keep: session.id, ...ending });

    expect(ended.toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect((await sessions.lockByToken(first.hash))?.session.revokedAt).toBeNull();
    expect(await sessions.revokeOthers(user.id, { keep: null, ...ending })).toEqual([session.id]);
    expect(await sessions.revokeOthers(user.id, { keep: null, ...ending })).toEqual([]);
  });

  test("beyond the number to keep, the least recently used sessions end", async () => {
    const { sessions, user, session: oldest } = await begin();
    const newer = [
      aSession({ id: newId(), userId: user.id, lastUsedAt: at(2) }),
      aSession({ id: newId(), userId: user.id, lastUsedAt: at(1) }),
    ];
    for (const session of newer) await sessions.add(session, aToken());

    await sessions.revokeBeyond(user.id, 2, at(30));

    const ended = (await sessions.revokedSince(at(30))).map(({ id }) => id);
    expect(ended).toContain(oldest.id);
    expect(ended).not.toContain(newer[0]?.id);
    expect(ended).not.toContain(newer[1]?.id);
  });

  test("the standing of a session is that of its person at this moment", async () => {
    const { sessions, session, user } = await begin();

    expect(await sessions.standing(session.id)).toEqual({
      role: user.role,
      status: user.status,
      permissions: null,
      av: user.av,
      revokedAt: null,
      absoluteExpiresAt: session.absoluteExpiresAt,
    });
    expect(await sessions.standing(newId())).toBeNull();
  });

  test("a sweep wipes seals that have run out and forgets sessions past their absolute end", async () => {
    const { sessions, first, session } = await begin();
    await rotate(sessions, first.hash, at(0));

    await sessions.sweep(at(21), 1_000);
    const swept = await sessions.lockByToken(first.hash);
    await sessions.sweep(new Date(session.absoluteExpiresAt.getTime() + 1), 1_000);

    expect(swept?.token).toMatchObject({ usedAt: at(0), sealed: null, sealUntil: null });
    expect(await sessions.lockByToken(first.hash)).toBeNull();
  });
}
