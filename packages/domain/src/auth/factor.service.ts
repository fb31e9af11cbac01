import { type AuditEntry, NotFound } from "@vitrina/domain/core";
import type { User } from "@vitrina/domain/users";
import type { Ruling } from "./account.service.ts";
import { Forbidden } from "./auth.errors.ts";
import { emailKeyOf } from "./email-key.ts";
import { FactorAbsent, FactorPresent } from "./factor.errors.ts";
import { createFactorProof, type FactorDependencies, isConfirmed } from "./factor-proof.service.ts";
import { type FactorOffer, type FactorState, OTP, printedCode, RECOVERY_CODES, type RecoveryCodes } from "./factor.ts";
import { immediately, type Once } from "./once.ts";
import { bySelf, held, raiseRights } from "./own-sessions.service.ts";
import type { Principal } from "./principal.ts";
import { OwnRights } from "./roles.errors.ts";
import type { AuthScope, SessionService } from "./session.service.ts";
import type { AccessToken } from "./tokens.ts";

interface Dependencies extends FactorDependencies {
  sessions: Pick<SessionService, "renew" | "refuse">;
}
type Renewed = { tokens: AccessToken };

const REASON = "factor-changed";

/** Second factors: set up, replaced and removed by their owners, and removed for whoever lost everything (AUTH-15). */
export function createFactorService(dependencies: Dependencies) {
  const { factors, totp, secrets, box, sessions, transact, clock, newId } = dependencies;
  const proof = createFactorProof(dependencies);

  /** New recovery codes in the place of the old. */
  async function issueCodes(scope: AuthScope, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => totp.newRecoveryCode());
    await scope.factors.replaceCodes(userId, codes.map(box.digest));
    return codes.map(printedCode);
  }

  /** Tells the owner and the trail what they did. */
  async function tell(
    { audit, outbox }: AuthScope,
    { id, email, locale }: User,
    topic: "auth.factor-added" | "auth.factor-removed" | "auth.recovery-codes-renewed",
  ): Promise<void> {
    await audit.record({ action: topic, ...bySelf(id) });
    await outbox.publish({ topic, email, locale }, `${topic}:${newId()}`);
  }

  /** Ends the person's other sessions; this one goes on, and says how it was proven. @throws SessionRevoked */
  async function goOn(scope: AuthScope, user: User, principal: Principal): Promise<AccessToken> {
    await raiseRights(scope, principal, { now: clock(), reason: REASON });
    return sessions.renew(scope, { ...user, av: user.av + 1 }, principal);
  }

  /** Admins decide about everybody, others who may about customers. @throws OwnRights @throws NotFound @throws Forbidden */
  async function lockSubject(scope: AuthScope, actor: Principal, userId: string): Promise<User> {
    if (userId === actor.userId) throw new OwnRights({});
    const admins = await scope.staff.lockAdmins();
    const user = await scope.users.lock(userId);
    if (!user) throw new NotFound({ what: "user" });
    if (actor.role === "admin" ? !admins.includes(actor.userId) : user.role !== "customer") throw new Forbidden({});
    return user;
  }

  async function takeAway(subject: (scope: AuthScope) => Promise<User>, by: Pick<AuditEntry, "actor" | "reason">) {
    const ended = await transact(async (scope) => {
      const { id, email, locale } = await subject(scope);
      if (!(await scope.factors.remove(id))) throw new FactorAbsent({});
      await scope.audit.record({ action: "auth.factor-reset", subject: { kind: "user", id }, ...by });
      await scope.outbox.publish({ topic: "auth.factor-reset", email, locale }, `auth.factor-reset:${newId()}`);
      return raiseRights(scope, { userId: id, sessionId: null }, { now: clock(), reason: REASON });
    });
    sessions.refuse(ended);
  }

  return {
    async state({ userId }: Pick<Principal, "userId">): Promise<FactorState> {
      const factor = await factors.find(userId);
      if (!isConfirmed(factor)) return { since: null, codesLeft: 0 };
      return { since: factor.confirmedAt.toISOString(), codesLeft: await factors.countCodes(userId) };
    },

    /** Offers a secret, in the place of one offered before; it counts once a code has confirmed it. @throws FactorPresent */
    begin: (principal: Principal): Promise<FactorOffer> =>
      transact(async (scope) => {
        const user = await held(scope, principal);
        const secret = totp.newSecret();
        if (!(await scope.factors.begin(user.id, secrets.seal(secret, user.id), clock()))) throw new FactorPresent({});
        return { secret, uri: totp.uriOf(secret, user.email) };
      }),

    /**
     * Puts the offered factor in force by its first code: all other sessions end, this one counts as opened with it.
     * The recovery codes are told this once. @throws FactorAbsent @throws FactorPresent @throws OtpInvalid @throws RateLimited
     */
    confirm: (principal: Principal, code: string, once: Once = immediately): Promise<RecoveryCodes & Renewed> =>
      proof.guarded(principal.userId, (triesLeft) =>
        once(() =>
          transact(async (scope) => {
            const user = await held(scope, principal);
            const offered = await scope.factors.find(user.id);
            if (!offered) throw new FactorAbsent({});
            if (isConfirmed(offered)) throw new FactorPresent({});
            await scope.factors.confirm(user.id, proof.stepOf(offered, user.id, { code, triesLeft }), clock());
            const codes = await issueCodes(scope, user.id);
            await tell(scope, user, "auth.factor-added");
            const amr = [...principal.amr, OTP];
            return { codes, tokens: await goOn(scope, user, { ...principal, amr }) };
          }),
        ),
      ),

    /** New recovery codes, told this once; the old ones end. @throws FactorAbsent */
    renewCodes: (principal: Principal): Promise<RecoveryCodes> =>
      transact(async (scope) => {
        const user = await held(scope, principal);
        if (!isConfirmed(await scope.factors.find(user.id))) throw new FactorAbsent({});
        const codes = await issueCodes(scope, user.id);
        await tell(scope, user, "auth.recovery-codes-renewed");
        return { codes };
      }),

    /** From now on the password is enough; all other sessions end. @throws FactorAbsent */
    remove: (principal: Principal): Promise<Renewed> =>
      transact(async (scope) => {
        const user = await held(scope, principal);
        if (!(await scope.factors.remove(user.id))) throw new FactorAbsent({});
        await tell(scope, user, "auth.factor-removed");
        const amr = principal.amr.filter((method) => method !== OTP);
        return { tokens: await goOn(scope, user, { ...principal, amr }) };
      }),

    /**
     * For somebody who lost both app and recovery codes, after they were recognised another way: removes their factor and
     * ends all their sessions. @throws OwnRights @throws NotFound @throws Forbidden @throws FactorAbsent
     */
    removeFor: (actor: Principal, { userId, reason }: Ruling): Promise<void> =>
      takeAway((scope) => lockSubject(scope, actor, userId), { actor: { kind: "user", id: actor.userId }, reason }),

    /** The same by whoever runs the shop, for its last admin too. @throws InvalidEmail @throws NotFound @throws FactorAbsent */
    removeByOperator: (email: string, reason: string): Promise<void> =>
      takeAway(
        async ({ users }) => {
          const user = await users.findByEmail(emailKeyOf(email));
          if (!user) throw new NotFound({ what: "user" });
          await users.lock(user.id);
          return user;
        },
        { actor: { kind: "operator" }, reason },
      ),
  };
}
export type FactorService = ReturnType<typeof createFactorService>;
