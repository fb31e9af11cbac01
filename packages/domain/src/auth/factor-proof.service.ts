import type { Clock, NewId, Throttle, Transact } from "@vitrina/domain/core";
import type { User, UsersRepository } from "@vitrina/domain/users";
import type { SecretBox, TokenBox, TotpCodes } from "./auth.ports.ts";
import { countedTry } from "./counted-try.ts";
import { OtpInvalid } from "./factor.errors.ts";
import { type Factor, FACTOR_TRIES, readCode } from "./factor.ts";
import type { FactorRepository } from "./factor.repository.ts";
import { bySelf } from "./own-sessions.service.ts";
import type { AuthScope } from "./session.service.ts";

export interface FactorDependencies {
  factors: Pick<FactorRepository, "find" | "countCodes">;
  users: Pick<UsersRepository, "find">;
  totp: TotpCodes;
  secrets: SecretBox;
  box: Pick<TokenBox, "create" | "digest">;
  throttle: Pick<Throttle, "take" | "giveBack" | "clear">;
  transact: Transact<AuthScope>;
  clock: Clock;
  newId: NewId;
}

/** A code about to be judged, and how many more are judged at once should it be wrong. */
export interface CodeTry {
  code: string;
  triesLeft: number;
}

const LIMIT = "second-factor-by-account";
const DAY = 86_400_000;

const isOtpInvalid = (error: unknown): boolean => error instanceof OtpInvalid;

/** Judges the codes of second factors: each is used once, and guessing is slowed down. */
export function createFactorProof(dependencies: FactorDependencies) {
  const { factors, users, totp, secrets, box, throttle, transact, clock, newId } = dependencies;

  /** Whoever tries codes knows the password: the owner should change it. */
  async function warnOwner(userId: string): Promise<void> {
    const user = await users.find(userId);
    if (!user) return;
    const { email, locale } = user;
    const dedupKey = `auth.factor-guessed:${userId}:${Math.floor(clock().getTime() / DAY)}`;
    await transact(({ outbox }) => outbox.publish({ topic: "auth.factor-guessed", email, locale }, dedupKey));
  }

  /** The step whose code this is. @throws OtpInvalid */
  function stepOf({ secretSealed }: Factor, userId: string, { code, triesLeft }: CodeTry): number {
    const step = totp.stepOf(secrets.open(secretSealed, userId), readCode(code).code, clock());
    if (step === null) throw new OtpInvalid({ triesLeft });
    return step;
  }

  async function spendRecoveryCode(scope: AuthScope, { id, email, locale }: User, code: string): Promise<boolean> {
    if (!(await scope.factors.spendCode(id, box.digest(code), clock()))) return false;
    const left = await scope.factors.countCodes(id);
    await scope.audit.record({ action: "auth.recovery-code-used", ...bySelf(id), after: { left } });
    const event = { topic: "auth.recovery-code-used", email, locale, left } as const;
    await scope.outbox.publish(event, `auth.recovery-code-used:${newId()}`);
    return true;
  }

  return {
    stepOf,

    /** Whether somebody has a second factor, which a password alone does not stand in for. */
    isDue: async (userId: string): Promise<boolean> => isConfirmed(await factors.find(userId)),

    /** Counts a try, then lets `judge` compare; only OtpInvalid stays counted. @throws RateLimited */
    async guarded<T>(userId: string, judge: (triesLeft: number) => Promise<T>): Promise<T> {
      const counting = { throttle, bucket: [LIMIT, userId], right: "clear", isWrong: isOtpInvalid } as const;
      return countedTry(counting, async (hits) => {
        const triesLeft = Math.max(0, FACTOR_TRIES - hits);
        try {
          return await judge(triesLeft);
        } catch (error) {
          if (triesLeft === 0 && isOtpInvalid(error)) await warnOwner(userId);
          throw error;
        }
      });
    },

    /** Uses up a code of the app or a recovery code, inside the transaction that holds the person. @throws OtpInvalid */
    async spend(scope: AuthScope, user: User, tried: CodeTry): Promise<void> {
      const factor = await scope.factors.find(user.id);
      const { code, kind } = readCode(tried.code);
      const spent =
        isConfirmed(factor) &&
        (kind === "app"
          ? await scope.factors.spendStep(user.id, stepOf(factor, user.id, tried))
          : await spendRecoveryCode(scope, user, code));
      if (!spent) throw new OtpInvalid({ triesLeft: tried.triesLeft });
    },
  };
}
export type FactorProof = ReturnType<typeof createFactorProof>;

export const isConfirmed = (factor: Factor | null): factor is Factor & { confirmedAt: Date } =>
  factor !== null && factor.confirmedAt !== null;
