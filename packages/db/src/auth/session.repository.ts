import { MAX_SESSIONS, type RefreshToken, type Session, type SessionRepository } from "@vitrina/domain/auth";
import type { UsersTables } from "@vitrina/db/users";
import type { ExpressionBuilder, Kysely } from "kysely";
import type { AuthTables } from "./auth.tables.ts";

type Tables = AuthTables & Pick<UsersTables, "users.rights">;

export const createSessionRepository = (db: Kysely<Tables>): SessionRepository => ({
  async add(session, first) {
    await db
      .insertInto("auth.session")
      .values({ ...session, reason: null })
      .execute();
    await db
      .insertInto("auth.refreshToken")
      .values({ ...first, ...FRESH, hash: Buffer.from(first.hash), sessionId: session.id, parentId: null })
      .execute();
  },

  async lockByToken(hash) {
    const session = await lockSession(db, Buffer.from(hash));
    // A statement of its own: what another refresh of this family committed while this one waited must be seen.
    const token = session && (await readToken(db, Buffer.from(hash)));
    return session && token ? { session, token } : null;
  },

  async rotate(session, spent, { sealed, sealUntil, ...successor }) {
    const { id: sessionId, lastUsedAt, idleExpiresAt } = session;
    await db
      .insertInto("auth.refreshToken")
      .values({ ...successor, ...FRESH, hash: Buffer.from(successor.hash), sessionId, parentId: spent.id })
      .execute();
    await db
      .updateTable("auth.refreshToken")
      .set({ usedAt: lastUsedAt, succSealed: Buffer.from(sealed), sealUntil })
      .where("id", "=", spent.id)
      .execute();
    if (spent.parentId !== null)
      await db
        .updateTable("auth.refreshToken")
        .set({ succSealed: null, sealUntil: null })
        .where("id", "=", spent.parentId)
        .execute();
    await db.updateTable("auth.session").set({ lastUsedAt, idleExpiresAt }).where("id", "=", sessionId).execute();
  },

  async countReplay(tokenId) {
    await db
      .updateTable("auth.refreshToken")
      .set((eb) => ({ replays: eb("replays", "+", 1) }))
      .where("id", "=", tokenId)
      .execute();
  },

  async prove(sessionId, { authTime, amr }) {
    const row = await db
      .updateTable("auth.session")
      .set({ authTime, amr })
      .where("id", "=", sessionId)
      .where("revokedAt", "is", null)
      .returningAll()
      .executeTakeFirst();
    return row ? sessionOf(row) : null;
  },

  async revokeOwn(userId, { id, now, reason }) {
    const { numUpdatedRows } = await db
      .updateTable("auth.session")
      .set({ revokedAt: now, reason })
      .where("id", "=", id)
      .where("userId", "=", userId)
      .where("revokedAt", "is", null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  },

  async listOpen(userId, now) {
    const rows = await db
      .selectFrom("auth.session")
      .selectAll()
      .where("userId", "=", userId)
      .where("revokedAt", "is", null)
      .where("idleExpiresAt", ">", now)
      .orderBy("lastUsedAt", "desc")
      .orderBy("id", "desc")
      .limit(MAX_SESSIONS)
      .execute();
    return rows.map(sessionOf);
  },

  async revoke(sessionId, now, reason) {
    await db
      .updateTable("auth.session")
      .set({ revokedAt: now, reason })
      .where("id", "=", sessionId)
      .where("revokedAt", "is", null)
      .execute();
  },

  async revokeOthers(userId, { keep, now, reason }) {
    const ended = await db
      .updateTable("auth.session")
      .set({ revokedAt: now, reason })
      .where("userId", "=", userId)
      .where("revokedAt", "is", null)
      .$if(keep !== null, (query) => query.where("id", "<>", keep))
      .returning("id")
      .execute();
    return ended.map(({ id }) => id);
  },

  async revokeBeyond(userId, keep, now) {
    await db
      .updateTable("auth.session")
      .set({ revokedAt: now, reason: "too-many" })
      .where("id", "in", (eb) =>
        eb
          .selectFrom("auth.session")
          .select("id")
          .where("userId", "=", userId)
          .where("revokedAt", "is", null)
          .orderBy("lastUsedAt", "desc")
          .orderBy("id", "desc")
          .offset(keep),
      )
      .execute();
  },

  async standing(sessionId) {
    const row = await db
      .selectFrom("auth.session as session")
      .innerJoin("users.rights as standing", "standing.userId", "session.userId")
      .select(["session.revokedAt", "session.absoluteExpiresAt"])
      .select(["standing.role", "standing.status", "standing.av", "standing.permissions"])
      .where("session.id", "=", sessionId)
      .executeTakeFirst();
    return row ?? null;
  },

  async revokedSince(moment) {
    const rows = await db
      .selectFrom("auth.session")
      .select(["id", "revokedAt"])
      .where("revokedAt", ">=", moment)
      .$narrowType<{ revokedAt: Date }>()
      .execute();
    return rows;
  },

  async sweep(now, limit) {
    // With a session go all its tokens, and nobody bounds how many somebody makes in a month.
    await db
      .selectNoFrom(({ fn, val }) => fn("set_config", [val("statement_timeout"), val("0"), val(true)]).as("set"))
      .execute();
    await db
      .updateTable("auth.refreshToken")
      .set({ succSealed: null, sealUntil: null })
      .where("id", "in", (eb) => expiredSeals(eb, now).limit(limit))
      .execute();
    await db
      .deleteFrom("auth.session")
      .where("id", "in", (eb) =>
        eb.selectFrom("auth.session").select("id").where("absoluteExpiresAt", "<", now).limit(limit),
      )
      .execute();
  },
});

const FRESH = { usedAt: null, succSealed: null, sealUntil: null } as const;

const expiredSeals = (eb: ExpressionBuilder<Tables, "auth.refreshToken">, now: Date) =>
  eb
    .selectFrom("auth.refreshToken")
    .select("id")
    .where("succSealed", "is not", null)
    .where("sealUntil", "<", now)
    .forUpdate()
    .skipLocked();

async function lockSession(db: Kysely<Tables>, hash: Buffer): Promise<Session | undefined> {
  const row = await db
    .selectFrom("auth.session as session")
    .innerJoin("auth.refreshToken as token", "token.sessionId", "session.id")
    .selectAll("session")
    .where("token.hash", "=", hash)
    .forUpdate("session")
    .executeTakeFirst();
  return row && sessionOf(row);
}

const sessionOf = ({ reason: _, ...session }: Session & { reason: string | null }): Session => session;

async function readToken(db: Kysely<Tables>, hash: Buffer): Promise<RefreshToken | undefined> {
  const row = await db
    .selectFrom("auth.refreshToken as token")
    .leftJoin("auth.refreshToken as successor", "successor.parentId", "token.id")
    .select(["token.id", "token.parentId", "token.usedAt", "token.succSealed", "token.sealUntil", "token.replays"])
    .select("successor.usedAt as successorUsedAt")
    .where("token.hash", "=", hash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { succSealed: sealed, successorUsedAt, ...token } = row;
  return { ...token, sealed, successorUsed: successorUsedAt !== null };
}
