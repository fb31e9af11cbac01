import { type Clock, NotFound, type Transact } from "@vitrina/domain/core";
import type { User } from "@vitrina/domain/users";
import { SessionRevoked } from "./auth.errors.ts";
import type { Principal } from "./principal.ts";
import type { Ending, SessionRepository } from "./session.repository.ts";
import type { AuthScope, SessionService } from "./session.service.ts";
import type { Session } from "./session.ts";
import type { AccessToken, OpenSession } from "./tokens.ts";

interface Dependencies {
  sessions: Pick<SessionRepository, "listOpen">;
  service: Pick<SessionService, "renew">;
  transact: Transact<AuthScope>;
  clock: Clock;
}

/** What a person does with the sessions they have on all their devices. */
export function createOwnSessionsService({ sessions, service, transact, clock }: Dependencies) {
  return {
    /** The latest used first (AUTH-08). */
    async listSessions({ userId, sessionId }: Principal): Promise<OpenSession[]> {
      const open = await sessions.listOpen(userId, clock());
      return open.map((session) => present(session, sessionId));
    },

    /** Ends one of the person's own sessions. @throws NotFound */
    endSession: ({ userId }: Principal, id: string): Promise<void> =>
      transact(async (scope) => {
        const ended = await scope.sessions.revokeOwn(userId, { id, now: clock(), reason: "ended-by-owner" });
        if (!ended) throw new NotFound({ what: "session" });
        await scope.audit.record({ action: "auth.session-ended", ...bySelf(userId), subject: { kind: "session", id } });
      }),

    /** Ends every session but the caller's, which goes on under a new access token. @throws SessionRevoked */
    endOtherSessions: (principal: Principal): Promise<{ tokens: AccessToken }> =>
      transact(async (scope) => {
        const user = await held(scope, principal);
        await raiseRights(scope, principal, { now: clock(), reason: "ended-by-owner" });
        await scope.audit.record({ action: "auth.other-sessions-ended", ...bySelf(principal.userId) });
        return { tokens: await service.renew(scope, { ...user, av: user.av + 1 }, principal) };
      }),
  };
}

/** Who acts, and on whom, when a person does something about their own account: as the trail says it. */
export function bySelf(userId: string) {
  const self = { kind: "user", id: userId } as const;
  return { actor: self, subject: self };
}

/** The person, held until the transaction ends, under the rights that their token says. @throws SessionRevoked */
export async function held({ users }: Pick<AuthScope, "users">, { userId, av }: Principal): Promise<User> {
  const user = await users.lock(userId);
  if (user?.av !== av || user.status !== "active") throw new SessionRevoked({});
  return user;
}

/**
 * What every change of password, address, factor or role does in its transaction: access tokens issued before are worth
 * nothing, all sessions end but the one that goes on. Returns which ended.
 */
export async function raiseRights(
  { users, sessions }: Pick<AuthScope, "users" | "sessions">,
  { userId, sessionId }: { userId: string; sessionId: string | null },
  ending: Omit<Ending, "keep">,
): Promise<string[]> {
  await users.lock(userId);
  await users.raiseAv(userId);
  return sessions.revokeOthers(userId, { ...ending, keep: sessionId });
}

const present = ({ id, realm, uaLabel, ipPrefix, createdAt, lastUsedAt }: Session, current: string): OpenSession => ({
  id,
  realm,
  uaLabel,
  ipPrefix,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt.toISOString(),
  current: id === current,
});
