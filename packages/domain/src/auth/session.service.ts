import type { Audit, Clock, NewId, Outbox, Transact } from "@vitrina/domain/core";
import {
  type ConsentRepository,
  profileOf,
  type StaffRepository,
  type User,
  type UsersRepository,
} from "@vitrina/domain/users";
import { BadCredentials, SessionExpired, SessionRevoked } from "./auth.errors.ts";
import type { TokenBox, TokenSigner } from "./auth.ports.ts";
import type { CredentialsRepository } from "./credentials.repository.ts";
import { createDenylist } from "./denylist.ts";
import type { Device, Realm } from "./device.ts";
import type { ChallengeRepository, FactorRepository } from "./factor.repository.ts";
import { callOffErasure } from "./erasure.ts";
import type { LinkRepository } from "./link.repository.ts";
import type { Principal } from "./principal.ts";
import type { SessionRepository } from "./session.repository.ts";
import {
  accessExpiry,
  graceEnd,
  isLateReplay,
  judge,
  MAX_SESSIONS,
  openSession,
  PASSWORD,
  prolong,
  type RefreshToken,
  type Session,
} from "./session.ts";
import type { AccessToken, SignedIn, TokenPair } from "./tokens.ts";

export interface AuthScope {
  users: UsersRepository;
  staff: StaffRepository;
  consents: Pick<ConsentRepository, "append">;
  credentials: CredentialsRepository;
  sessions: SessionRepository;
  links: LinkRepository;
  factors: FactorRepository;
  challenges: ChallengeRepository;
  outbox: Outbox;
  audit: Audit;
}

export interface SessionDependencies {
  sessions: Pick<SessionRepository, "listOpen" | "standing" | "revokedSince">;
  transact: Transact<AuthScope>;
  tokens: TokenSigner;
  box: TokenBox;
  clock: Clock;
  newId: NewId;
}

/** A profile with the raw tokens of its session. */
export type Granted = SignedIn & { tokens: TokenPair };

/** A refresh token as it was presented, and whose it is. */
type Spent = RefreshToken & { raw: string; user: User };

const SWEEP_LIMIT = 1_000;

export function createSessionService(dependencies: SessionDependencies) {
  const { sessions, transact, tokens, box, clock, newId } = dependencies;
  const denylist = createDenylist({ sessions, clock });

  /** An access token under the rights that `user` has now. */
  async function access(user: User, session: Session): Promise<AccessToken> {
    const issuedAt = clock();
    const expiresAt = accessExpiry(session, user.role, issuedAt);
    const { id: sessionId, authTime, amr, realm } = session;
    const accessToken = await tokens.sign({
      userId: user.id,
      role: user.role,
      av: user.av,
      sessionId,
      authTime,
      amr,
      realm,
      tokenId: newId(),
      issuedAt,
      expiresAt,
    });
    return { accessToken, accessExpiresAt: expiresAt.toISOString() };
  }

  async function grant(user: User, session: Session, refreshToken: string): Promise<Granted> {
    const refreshExpiresAt = session.idleExpiresAt.toISOString();
    return { profile: profileOf(user), tokens: { ...(await access(user, session)), refreshToken, refreshExpiresAt } };
  }

  async function rotate(scope: AuthScope, session: Session, spent: Spent) {
    const now = clock();
    const successor = box.create();
    const prolonged = prolong(session, spent.user.role, now);
    await scope.sessions.rotate(prolonged, spent, {
      id: newId(),
      hash: box.digest(successor),
      createdAt: now,
      sealed: box.seal(spent.raw, successor),
      sealUntil: graceEnd(now),
    });
    return grant(spent.user, prolonged, successor);
  }

  /** What came together and waited for the session's lock, or for a busy shop, is not late. */
  async function replay(scope: AuthScope, session: Session, spent: Spent & { arrived: Date; replay: Uint8Array }) {
    if (isLateReplay(spent, spent.arrived)) await scope.sessions.countReplay(spent.id);
    return grant(spent.user, session, box.open(spent.raw, spent.replay));
  }

  async function endFamily(
    { sessions: stored, outbox, audit }: AuthScope,
    session: Session,
    { id, email, locale }: User,
  ) {
    await stored.revoke(session.id, clock(), "reused");
    const event = { topic: "auth.session-reused", userId: id, email, locale } as const;
    await outbox.publish(event, `auth.session-reused:${session.id}`);
    const [actor, subject] = [{ kind: "system" }, { kind: "user", id }] as const;
    await audit.record({ action: "auth.session-reused", actor, subject, after: { sessionId: session.id } });
    return { ended: session.id };
  }

  return {
    /**
     * Begins a session of a person who has just proven who they are, under the rights seen then. Whoever signs in keeps
     * their account (USER-06).
     */
    begin: (proven: Pick<User, "id" | "av">, device: Device, amr: string[] = [PASSWORD]): Promise<Granted> =>
      transact(async (scope) => {
        const user = await scope.users.lock(proven.id);
        if (user?.av !== proven.av) throw new BadCredentials({});
        const now = clock();
        if (user.eraseAt) await callOffErasure(scope, user, now);
        const session = openSession({ id: newId(), userId: user.id, role: user.role, amr }, device, now);
        const refreshToken = box.create();
        await scope.sessions.add(session, { id: newId(), hash: box.digest(refreshToken), createdAt: now });
        await scope.sessions.revokeBeyond(user.id, MAX_SESSIONS, now);
        return grant(user, session, refreshToken);
      }),

    /** A new access token of a session at which `user` proved at `authTime`, by `amr`, who they are. @throws SessionRevoked */
    async renew(
      scope: Pick<AuthScope, "sessions">,
      user: User,
      { sessionId, authTime, amr }: Pick<Principal, "sessionId" | "authTime" | "amr">,
    ): Promise<AccessToken> {
      const session = await scope.sessions.prove(sessionId, { authTime, amr: [...amr] });
      if (!session) throw new SessionRevoked({});
      return access(user, session);
    },

    /**
     * Spends a refresh token (AUTH-05). One shown a second time outside of its grace ends its whole family (AUTH-06);
     * that is committed before it is told. @throws SessionExpired @throws SessionRevoked
     */
    async refresh(raw: string, device: Device): Promise<Granted> {
      const arrived = clock();
      const outcome = await transact(async (scope) => {
        const found = await scope.sessions.lockByToken(box.digest(raw));
        const user = found && (await scope.users.find(found.session.userId));
        if (!user || user.status !== "active") return { expired: true };
        const spent = { ...found.token, raw, user };
        const verdict = judge(found.session, found.token, { ...device, now: clock() });
        if (typeof verdict === "object") return replay(scope, found.session, { ...spent, ...verdict, arrived });
        switch (verdict) {
          case "rotate":
            return rotate(scope, found.session, spent);
          case "reuse":
            return endFamily(scope, found.session, user);
          case "revoked":
            return { ended: found.session.id };
          case "expired":
            return { expired: true };
        }
      });
      if ("tokens" in outcome) return outcome;
      if ("expired" in outcome) throw new SessionExpired({});
      denylist.add(outcome.ended);
      throw new SessionRevoked({});
    },

    /** Ends a session, named by its refresh token or by who calls; repeating it succeeds (AUTH-07). */
    async signOut({ refreshToken, principal }: { refreshToken: string | null; principal: Principal | null }) {
      const ended = await transact(async (scope) => {
        const found = refreshToken === null ? null : await scope.sessions.lockByToken(box.digest(refreshToken));
        const ids = new Set([found?.session.id, principal?.sessionId].filter((id) => id !== undefined));
        for (const id of ids) await scope.sessions.revoke(id, clock(), "signed-out");
        return ids;
      });
      for (const id of ended) denylist.add(id);
    },

    /** Who presents this access token. @throws SessionExpired @throws SessionRevoked */
    async authenticate(accessToken: string, realm: Realm): Promise<Principal> {
      const principal = await tokens.verify(accessToken, { realm, now: clock() });
      if (!principal) throw new SessionExpired({});
      if (await denylist.has(principal.sessionId)) throw new SessionRevoked({});
      return principal;
    },

    /**
     * Refuses unless session, role and rights are at this moment as the token says; the answer knows what a custom role
     * grants. @throws SessionRevoked
     */
    async assertLive(principal: Principal): Promise<Principal> {
      const { sessionId, role, av } = principal;
      const standing = await sessions.standing(sessionId);
      const live =
        standing?.revokedAt === null &&
        clock() < standing.absoluteExpiresAt &&
        standing.status === "active" &&
        standing.role === role &&
        standing.av === av;
      if (!live) throw new SessionRevoked({});
      return { ...principal, grants: standing.permissions ?? [] };
    },

    /** Refuses sessions that have ended in this process at once. */
    refuse: (sessionIds: readonly string[]) => sessionIds.forEach(denylist.add),

    /** Forgets what no longer serves: seals, links and challenges that ran out, sessions past their absolute end. Call every minute. */
    sweep: () =>
      transact(async (scope) => {
        await scope.sessions.sweep(clock(), SWEEP_LIMIT);
        await scope.links.sweep(clock(), SWEEP_LIMIT);
        await scope.challenges.sweep(clock(), SWEEP_LIMIT);
      }),
  };
}
export type SessionService = ReturnType<typeof createSessionService>;
