import type { SecretBox, TotpCodes } from "./auth.ports.ts";
import type { ChallengeRepository, FactorRepository } from "./factor.repository.ts";
import type { Challenge, Factor } from "./factor.ts";

const same = (left: Uint8Array, right: Uint8Array) => left.join() === right.join();
const STEP = 30_000;

/** Second factors in memory, behaving as the real ones under one caller at a time. */
export function fakeFactors(): FactorRepository {
  const all = new Map<string, Factor>();
  const codes = new Map<string, { hash: Uint8Array; usedAt: Date | null }[]>();
  const change = (userId: string, changes: Partial<Factor>) => {
    const factor = all.get(userId);
    if (factor) all.set(userId, { ...factor, ...changes });
  };
  return {
    find: async (userId) => all.get(userId) ?? null,
    async begin(userId, secretSealed) {
      if (all.get(userId)?.confirmedAt) return false;
      all.set(userId, { secretSealed, confirmedAt: null, lastStep: null });
      return true;
    },
    confirm: async (userId, lastStep, confirmedAt) => change(userId, { confirmedAt, lastStep }),
    async spendStep(userId, step) {
      const lastStep = all.get(userId)?.lastStep ?? null;
      if (lastStep === null || step <= lastStep) return false;
      change(userId, { lastStep: step });
      return true;
    },
    async remove(userId) {
      if (!all.get(userId)?.confirmedAt) return false;
      codes.delete(userId);
      return all.delete(userId);
    },
    replaceCodes: async (userId, hashes) =>
      void codes.set(
        userId,
        hashes.map((hash) => ({ hash, usedAt: null })),
      ),
    async spendCode(userId, hash, usedAt) {
      const code = codes.get(userId)?.find((each) => same(each.hash, hash) && each.usedAt === null);
      if (!code) return false;
      code.usedAt = usedAt;
      return true;
    },
    countCodes: async (userId) => codes.get(userId)?.filter(({ usedAt }) => usedAt === null).length ?? 0,
  };
}

/** Challenges in memory. */
export function fakeChallenges(): ChallengeRepository & { all: Challenge[] } {
  let all: (Challenge & { hash: Uint8Array })[] = [];
  const named = (hash: Uint8Array, now: Date) => {
    const found = all.find((challenge) => same(challenge.hash, hash) && challenge.expiresAt > now);
    if (!found) return null;
    const { hash: _, ...challenge } = found;
    return challenge;
  };
  return {
    get all() {
      return all;
    },
    add: async (challenge, hash) => void all.push({ ...challenge, hash }),
    find: async (hash, now) => named(hash, now),
    async consume(hash, now) {
      const challenge = named(hash, now);
      all = all.filter((each) => !same(each.hash, hash));
      return challenge;
    },
    async sweep(now) {
      all = all.filter(({ expiresAt }) => expiresAt >= now);
    },
  };
}

/** Codes that anybody can reckon: the number of the step. */
export function fakeTotp(): TotpCodes & { codeAt: (moment: Date) => string } {
  let count = 0;
  const stepAt = (moment: Date) => Math.floor(moment.getTime() / STEP);
  const codeAt = (moment: Date) => String(stepAt(moment) % 1_000_000).padStart(6, "0");
  return {
    codeAt,
    newSecret: () => `SECRET${++count}`,
    uriOf: (secret, account) => `otpauth://totp/${account}?secret=${secret}`,
    stepOf: (_, code, now) =>
      [0, -1, 1].map((delta) => stepAt(now) + delta).find((step) => codeAt(new Date(step * STEP)) === code) ?? null,
    newRecoveryCode: () => `RECOVERYCODE${String(++count).padStart(12, "A")}`,
  };
}

/** Seals that anybody can read, of their owner only. */
export const fakeSecrets: SecretBox = {
  seal: (secret, owner) => `${owner}:${secret}`,
  open(sealed, owner) {
    if (!sealed.startsWith(`${owner}:`)) throw new Error("another owner's");
    return sealed.slice(owner.length + 1);
  },
};
