import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAuthService, type TokenSigner } from "@vitrina/domain/auth";
import { aClock, aDevice, fakeMarks, unhurried } from "@vitrina/domain/auth/testing";
import {
  createChallengeRepository,
  createCredentialsRepository,
  createFactorRepository,
  createLinkRepository,
  createSessionRepository,
} from "@vitrina/db/auth";
import { createAudit, createOutbox, createTransact } from "@vitrina/db/core";
import type { TestDatabase } from "@vitrina/db/testing";
import { createConsentRepository, createStaffRepository, createUsersRepository } from "@vitrina/db/users";
import { afterAll, beforeAll } from "vitest";
import { createArgon2PasswordHasher } from "#auth/argon2-password-hasher.ts";
import { createJoseTokenSigner } from "#auth/jose-token-signer.ts";
import { createSecretBox } from "#auth/secret-box.ts";
import { tokenBox } from "#auth/sealed-token-box.ts";
import { createLetterSeal } from "#core/letter-seal.ts";
import { openKeyring } from "#auth/keyring.ts";
import { createTotpCodes } from "#auth/totp-codes.ts";
import { ensureSigningKeys } from "#auth/signing-keys.ts";

export const PASSWORD = "canary-password-6f1c-длинная";

/** Hashes at a cost that tests can bear. */
const cheapPasswords = createArgon2PasswordHasher({
  peppers: [{ version: "1", key: "pepper" }],
  cost: { memory: 64, passes: 1, parallelism: 1 },
});
const strength = { estimate: async () => ({ score: 4, common: false }) };

/** A file of signing keys for the calling test file. */
export function testSigningKeys(): string {
  const folder = mkdtempSync(join(tmpdir(), "vitrina-keys-"));
  const file = join(folder, "keys.json");
  beforeAll(() => ensureSigningKeys(file, new Date()));
  afterAll(() => rmSync(folder, { recursive: true }));
  return file;
}

/** The auth room on PostgreSQL with its real adapters; a second one on the same database is a second process. */
export function openAuthRoom(
  { db }: Pick<TestDatabase, "db">,
  {
    keysFile,
    clock = aClock(),
    ...changes
  }: { keysFile: string; clock?: ReturnType<typeof aClock>; tokens?: TokenSigner },
) {
  const tokens = createJoseTokenSigner({ issuer: "https://shop.example", keyring: openKeyring(keysFile) });
  const auth = createAuthService({
    users: createUsersRepository(db),
    credentials: createCredentialsRepository(db),
    sessions: createSessionRepository(db),
    links: createLinkRepository(db),
    factors: createFactorRepository(db),
    challenges: createChallengeRepository(db),
    transact: createTransact(db, (transaction) => ({
      users: createUsersRepository(transaction),
      staff: createStaffRepository(transaction),
      consents: createConsentRepository(transaction),
      credentials: createCredentialsRepository(transaction),
      sessions: createSessionRepository(transaction),
      links: createLinkRepository(transaction),
      factors: createFactorRepository(transaction),
      challenges: createChallengeRepository(transaction),
      outbox: createOutbox(transaction),
      audit: createAudit(transaction),
    })),
    tokens,
    passwords: cheapPasswords,
    strength,
    box: tokenBox,
    totp: createTotpCodes({ issuer: "Vitrina" }),
    secrets: createSecretBox({ keys: [{ version: "1", key: "a secret of the tests" }] }),
    throttle: unhurried,
    marks: fakeMarks,
    letterSeal: createLetterSeal("a secret of the tests"),
    clock,
    newId: randomUUID,
    ...changes,
  });
  return { auth, clock };
}

/** Signs a new shopper up and in. */
export async function aSignedInShopper({ auth }: Pick<ReturnType<typeof openAuthRoom>, "auth">) {
  const email = `${randomUUID()}@example.com`;
  await auth.signUp({ email, password: PASSWORD, name: "Анна", locale: "ru" });
  const { tokens, profile } = await auth.signIn({ email, password: PASSWORD }, aDevice());
  return { ...tokens, email, userId: profile.id };
}

/** The refresh tokens of a person, parents first, with the end of their session. */
export const tokensOf = ({ db }: Pick<TestDatabase, "db">, userId: string) =>
  db
    .selectFrom("auth.refreshToken as token")
    .innerJoin("auth.session as session", "session.id", "token.sessionId")
    .selectAll("token")
    .select(["session.revokedAt", "session.reason"])
    .where("session.userId", "=", userId)
    .orderBy("token.createdAt")
    .orderBy("token.parentId", (order) => order.asc().nullsFirst())
    .execute();
