import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import type { PasswordHasher, Waiter } from "@vitrina/domain/auth";
import { inPasswordThread } from "#auth/password-threads.ts";
import { createAdmission } from "#core/admission.ts";

interface Cost {
  /** KiB */
  memory: number;
  passes: number;
  parallelism: number;
}
/** OWASP's first choice for argon2id. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+),keyid=(\w+)\$([\w+/]+)\$([\w+/]+)$/;

interface Options {
  /** Keys kept outside of the database; the first one is for new hashes, the others only verify. */
  peppers: readonly [Pepper, ...Pepper[]];
  cost?: Cost;
  /** Hashes computed at once; as many as cores unless told. */
  concurrency?: number;
}
export interface Pepper {
  version: string;
  key: string;
}

interface Recipe extends Cost {
  pepper: Pepper;
  salt: Buffer;
}

/**
 * argon2id with a versioned pepper (HMAC-SHA-256 of the password under a key outside of the database), stored as a PHC
 * string, computed in threads behind an admission queue.
 */
export function createArgon2PasswordHasher({ peppers, cost = COST, concurrency = availableParallelism() }: Options) {
  const admit = createAdmission(concurrency);
  const [pepper] = peppers;
  const dummySalt = randomBytes(16);

  const compute = ({ memory, passes, parallelism, pepper: { key }, salt }: Recipe, password: string, waiter?: Waiter) =>
    admit(async () => {
      const message = createHmac("sha256", key).update(password, "utf8").digest();
      const parameters = { message, nonce: salt, memory, passes, parallelism, tagLength: 32 };
      return Buffer.from(await inPasswordThread({ kind: "argon2id", parameters }));
    }, waiter);

  return {
    async hash(password: string, waiter?: Waiter) {
      const recipe = { ...cost, pepper, salt: randomBytes(16) };
      return encode(recipe, await compute(recipe, password, waiter));
    },

    async verify(password: string, stored: string | null, waiter?: Waiter) {
      if (stored === null) {
        await compute({ ...cost, pepper, salt: dummySalt }, password, waiter);
        return { matches: false, outdated: false };
      }
      const { recipe, hash } = decode(stored, peppers);
      const matches = timingSafeEqual(await compute(recipe, password, waiter), hash);
      return { matches, outdated: matches && !isCurrent(recipe, { ...cost, pepper }) };
    },
  } satisfies PasswordHasher;
}

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

const encode = ({ memory, passes, parallelism, pepper, salt }: Recipe, hash: Buffer): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism},keyid=${pepper.version}$${unpadded(salt)}$${unpadded(hash)}`;

function decode(stored: string, peppers: readonly Pepper[]): { recipe: Recipe; hash: Buffer } {
  const [, memory, passes, parallelism, version, salt = "", hash = ""] = PHC.exec(stored) ?? [];
  const pepper = peppers.find((candidate) => candidate.version === version);
  if (!pepper)
    throw new Error("A stored password hash is of a form or a pepper that this configuration does not know.");
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { recipe: { ...cost, pepper, salt: Buffer.from(salt, "base64") }, hash: Buffer.from(hash, "base64") };
}

const isCurrent = (used: Recipe, wanted: Cost & { pepper: Pepper }): boolean =>
  used.memory === wanted.memory &&
  used.passes === wanted.passes &&
  used.parallelism === wanted.parallelism &&
  used.pepper.version === wanted.pepper.version;
