import { randomUUID } from "node:crypto";
import { type FileHandle, link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { LONGEST_ACCESS } from "@vitrina/domain/auth";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import * as z from "zod";

const MINUTE = 60_000;
/** Milliseconds for which a key is published before it signs, so that whoever keeps copies of the JWKS has it by then. */
const PUBLISH_FOR = 60 * MINUTE;
/** Milliseconds for which a key still verifies after it has signed its last token. */
const RETIRE_FOR = LONGEST_ACCESS + 5 * MINUTE;

const SigningKey = z.strictObject({
  state: z.enum(["next", "active", "retiring"]),
  /** Since when it is in that state. */
  since: z.iso.datetime().transform((text) => new Date(text)),
  jwk: z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), d: z.string() }),
});
type Stored = z.infer<typeof SigningKey>;
const KeyFile = z.strictObject({
  keys: z.array(SigningKey).refine((keys) => keys.filter(({ state }) => state === "active").length === 1, {
    error: "exactly one key is active",
  }),
});

/** A key that signs sessions, known by its RFC 7638 thumbprint. */
export interface SigningKey extends Stored {
  kid: string;
}

/** The keys cannot be changed that way; the message says why and what to do. */
export class KeysProblem extends Error {
  override readonly name = "KeysProblem";
}

const withKid = async (key: Stored): Promise<SigningKey> => {
  const { d: _, ...publicJwk } = key.jwk;
  return { ...key, kid: await calculateJwkThumbprint(publicJwk) };
};

async function newKey(state: SigningKey["state"], since: Date): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  const key = await withKid({ state, since, jwk: { kty: "OKP", crv: "Ed25519", x, d } });
  // A command would take it for an option.
  return key.kid.startsWith("-") ? newKey(state, since) : key;
}

/** From when on a waiting key may sign. */
export const signsFrom = ({ since }: SigningKey): Date => new Date(since.getTime() + PUBLISH_FOR);
/** Until when a retiring key verifies. */
export const verifiesUntil = ({ since }: SigningKey): Date => new Date(since.getTime() + RETIRE_FOR);
export const isOver = (key: SigningKey, now: Date): boolean => key.state === "retiring" && now >= verifiesUntil(key);

/** The keys of a file, those whose retirement is over too. @throws when there is none, or others may read it */
export async function readSigningKeys(file: string): Promise<SigningKey[]> {
  const { mode } = await stat(file);
  // Container runtimes mount secrets there with modes of their own.
  if ((mode & 0o077) !== 0 && process.platform !== "win32" && !file.startsWith("/run/secrets/"))
    throw new Error(`${file} holds the signing keys and others may read it: chmod 600 it.`);
  const parsed = KeyFile.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) throw new Error(`${file} is no file of signing keys: ${z.prettifyError(parsed.error)}`);
  return Promise.all(parsed.data.keys.map(withKid));
}

/** Makes a file of signing keys, readable by its owner alone; one that is there already is left as it is. */
export async function ensureSigningKeys(file: string, now: Date): Promise<void> {
  if (await stat(file).catch(() => null)) return;
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}`;
  await using handle = await open(unfinished, "wx", 0o600);
  await write(handle, [await newKey("active", now), await newKey("next", now)]);
  // Unlike a rename it never replaces what another process has made meanwhile.
  await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(unfinished);
}

/**
 * The next key signs from now on, the one before it only verifies until its last token has run out, and a new one waits.
 * Every running process follows within seconds; nobody is signed out. Rotate each 90 days.
 * @param force although the next key was published for less than an hour: other verifiers may not know it yet
 * @throws KeysProblem
 */
export const rotateSigningKeys = (file: string, { now, force = false }: { now: Date; force?: boolean }) =>
  change(file, async (keys) => {
    const next = keys.find(({ state }) => state === "next");
    if (next && now < signsFrom(next) && !force)
      throw new KeysProblem(
        `The next key may sign from ${signsFrom(next).toISOString()} on, when it has been published for an hour. ` +
          "--force lets it sign now.",
      );
    return promoted(keys, now);
  });

/**
 * What these keys signed is refused within seconds, in every process: for keys that may have leaked. In place of an active
 * key the next one signs at once. Sessions go on, for their refresh tokens are signed by nobody.
 * @throws KeysProblem when the file has no such key
 */
export const dropSigningKeys = (file: string, { now, kids }: { now: Date; kids: readonly string[] | "all" }) =>
  change(file, async (keys) => {
    const dropped = kids === "all" ? keys.map(({ kid }) => kid) : kids;
    for (const kid of dropped)
      if (!keys.some((key) => key.kid === kid)) throw new KeysProblem(`${file} has no key ${kid}: see shop keys list.`);
    const left = keys.filter(({ kid }) => !dropped.includes(kid));
    if (!left.some(({ state }) => state === "active")) return promoted(left, now);
    return left.some(({ state }) => state === "next") ? left : [...left, await newKey("next", now)];
  });

/** The next key, or a new one, in the place of the active one. */
async function promoted(keys: readonly SigningKey[], now: Date): Promise<SigningKey[]> {
  const next = keys.find(({ state }) => state === "next") ?? (await newKey("next", now));
  const retiring = keys
    .filter(({ state }) => state !== "next")
    .map((key) => (key.state === "active" ? { ...key, state: "retiring" as const, since: now } : key))
    .filter((key) => !isOver(key, now));
  return [{ ...next, state: "active", since: now }, await newKey("next", now), ...retiring];
}

/** One change at a time: the unfinished file, of one name for all, is also their lock. Answers what the file then holds. */
async function change(file: string, work: (keys: SigningKey[]) => Promise<SigningKey[]>): Promise<SigningKey[]> {
  const unfinished = `${file}.new`;
  await using handle = await open(unfinished, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new KeysProblem(`The keys are being changed by somebody else. If that cannot be, remove ${unfinished}.`);
  });
  try {
    const keys = await work(await readSigningKeys(file));
    await write(handle, keys);
    await rename(unfinished, file);
    return keys;
  } catch (error) {
    await rm(unfinished);
    throw error;
  }
}

async function write(handle: FileHandle, keys: readonly SigningKey[]): Promise<void> {
  await handle.writeFile(`${JSON.stringify({ keys: keys.map(({ kid: _, ...key }) => key) }, null, 2)}\n`);
  await handle.sync();
  await handle.close();
}
