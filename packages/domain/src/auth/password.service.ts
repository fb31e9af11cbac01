import type { Clock, NewId, Throttle } from "@vitrina/domain/core";
import type { User, UsersRepository } from "@vitrina/domain/users";
import { BadCredentials, RecentSignInRequired, SessionRevoked } from "./auth.errors.ts";
import type { PasswordHasher, PasswordStrength } from "./auth.ports.ts";
import type { CredentialsRepository } from "./credentials.repository.ts";
import { OtpRequired } from "./factor.errors.ts";
import type { FactorProof } from "./factor-proof.service.ts";
import { immediately, type Once } from "./once.ts";
import { bySelf, held, raiseRights } from "./own-sessions.service.ts";
import { assertHardToGuess, assertLongEnough, wordsOf } from "./password.ts";
import type { Principal } from "./principal.ts";
import type { AuthScope, SessionDependencies, SessionService } from "./session.service.ts";
import type { AccessToken, PasswordChange, Proof } from "./tokens.ts";

interface Dependencies extends Pick<SessionDependencies, "transact"> {
  users: Pick<UsersRepository, "find">;
  credentials: Pick<CredentialsRepository, "find">;
  passwords: PasswordHasher;
  strength: PasswordStrength;
  sessions: Pick<SessionService, "renew">;
  proof: Pick<FactorProof, "isDue" | "guarded" | "spend">;
  throttle: Pick<Throttle, "take" | "giveBack" | "clear">;
  clock: Clock;
  newId: NewId;
}
type Renewed = { tokens: AccessToken };

/** A sign-in this fresh stands in for the current password, milliseconds. */
const FRESH = 5 * 60_000;

/** What a signed-in person does with their password. */
export function createPasswordService(dependencies: Dependencies) {
  const { users, credentials, passwords, strength, transact, sessions, proof, throttle, clock, newId } = dependencies;

  /**
   * Counts a try before it is judged: a session left open is no place to guess at. A wrong one stays counted whatever
   * `act` makes of it, unless that succeeds: a repetition, which no longer knows the old password. Hence the refusal is
   * for `act` to throw, once it has looked. @throws RateLimited
   */
  async function guarded<T>(
    { sessionId }: Principal,
    isRight: () => Promise<boolean>,
    act: (refusal: BadCredentials | null) => Promise<T>,
  ): Promise<T> {
    await throttle.take("password-by-session", sessionId);
    const right = await isRight().catch(async (error: unknown) => {
      await throttle.giveBack("password-by-session", sessionId);
      throw error;
    });
    if (right) await throttle.clear("password-by-session", sessionId);
    const outcome = await act(right ? null : new BadCredentials({}));
    if (!right) await throttle.clear("password-by-session", sessionId);
    return outcome;
  }

  const isPasswordOf = async ({ userId }: Principal, password: string): Promise<boolean> =>
    (await passwords.verify(password, await credentials.find(userId), { known: true })).matches;

  async function isProven(principal: Principal, current: string | undefined): Promise<boolean> {
    if (current !== undefined) return isPasswordOf(principal, current);
    if (clock().getTime() - principal.authTime.getTime() > FRESH) throw new RecentSignInRequired({});
    return true;
  }

  async function hashOf(userId: string, password: string): Promise<string> {
    const user = await users.find(userId);
    if (!user) throw new SessionRevoked({});
    assertLongEnough(password, user.role);
    assertHardToGuess(await strength.estimate(password, wordsOf(user)), user.role);
    return passwords.hash(password, { known: true });
  }

  async function replace(
    scope: AuthScope,
    principal: Principal,
    { user: { email, locale }, passwordHash }: { user: User; passwordHash: string },
  ): Promise<void> {
    const now = clock();
    await scope.credentials.set(principal.userId, passwordHash, now);
    await raiseRights(scope, principal, { now, reason: "password-changed" });
    await scope.audit.record({ action: "auth.password-changed", ...bySelf(principal.userId) });
    await scope.outbox.publish({ topic: "auth.password-changed", email, locale }, `auth.password-changed:${newId()}`);
  }

  return {
    /**
     * Proves anew who sits at a session, which sensitive acts ask for (RecentSignInRequired), and gives it an access
     * token that says so. @throws BadCredentials @throws OtpRequired @throws OtpInvalid @throws RateLimited
     * @throws SessionRevoked @throws Busy
     */
    confirmPassword: (principal: Principal, { password, code }: Proof, once: Once = immediately): Promise<Renewed> =>
      guarded(
        principal,
        () => isPasswordOf(principal, password),
        async (refusal) => {
          const renew = (spend: (scope: AuthScope, user: User) => Promise<void> = nothingElse) =>
            once(() =>
              transact(async (scope) => {
                if (refusal) throw refusal;
                const user = await held(scope, principal);
                await spend(scope, user);
                return { tokens: await sessions.renew(scope, user, { ...principal, authTime: clock() }) };
              }),
            );
          if (refusal || !(await proof.isDue(principal.userId))) return renew();
          if (code === undefined) throw new OtpRequired({ challenge: null, expiresAt: null });
          return proof.guarded(principal.userId, (triesLeft) =>
            renew((scope, user) => proof.spend(scope, user, { code, triesLeft })),
          );
        },
      ),

    /**
     * Sets a new password for who knows the current one, or has signed in within the last five minutes (AUTH-11). All
     * other sessions end, this one goes on under a new access token. No proof anew: that asks for the second factor too.
     * @throws BadCredentials
     * @throws RateLimited @throws RecentSignInRequired @throws WeakPassword @throws SessionRevoked @throws Busy
     */
    changePassword: (
      principal: Principal,
      { currentPassword, newPassword }: PasswordChange,
      once: Once = immediately,
    ): Promise<Renewed> =>
      guarded(
        principal,
        () => isProven(principal, currentPassword),
        async (refusal) => {
          const passwordHash = refusal ? "" : await hashOf(principal.userId, newPassword);
          return once(() =>
            transact(async (scope) => {
              if (refusal) throw refusal;
              const user = await held(scope, principal);
              await replace(scope, principal, { user, passwordHash });
              const renewed = { ...user, av: user.av + 1 };
              return { tokens: await sessions.renew(scope, renewed, principal) };
            }),
          );
        },
      ),
  };
}

const nothingElse = async () => {};
