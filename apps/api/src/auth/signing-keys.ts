import { chmod, open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey } from "jose";
import * as z from "zod";

/** Milliseconds between looks at the file: a key dropped from it signs in nobody this soon. */
const LOOK_EVERY = 2_000;
/** Longest life of an access token and 5 minutes. */
const RETIRE_FOR = 15 * 60_000;

const SigningKey = z.strictObject({
  state: z.enum(["next", "active", "retiring"]),
  since: z.iso.datetime(),
  jwk: z.strictObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), d: z.string() }),
});
type SigningKey = z.infer<typeof SigningKey>;
const KeyFile = z.strictObject({
  keys: z.array(SigningKey).refine((keys) => keys.filter(({ state }) => state === "active").length === 1, {
    error: "exactly one key is active",
  }),
});

/** The keys as the signer uses them: one signs, all of them verify; known by their RFC 7638 thumbprints. */
export interface Keyring {
  active: { kid: string; key: CryptoKey };
  verifying: ReadonlyMap<string, CryptoKey>;
}

async function newKey(state: SigningKey["state"], now: Date): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x = "", d = "" } = await exportJWK(privateKey);
  return { state, since: now.toISOString(), jwk: { kty: "OKP", crv: "Ed25519", x, d } };
}

const write = (keys: readonly SigningKey[]) => `${JSON.stringify({ keys }, null, 2)}\n`;

/** Makes a file of signing keys, readable by its owner alone; one that is there already is left as it is. */
export async function ensureSigningKeys(file: string, now: Date): Promise<void> {
  if (await stat(file).catch(() => null)) return;
  const text = write([await newKey("active", now), await newKey("next", now)]);
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, file);
}

/**
 * The next key signs from now on, the one before it only verifies until its last token has run out, and a new one waits.
 * Every running process follows within seconds; nobody is signed out. Rotate each 90 days. `drop` is for a
 * file that may have leaked: none of its keys verifies anything any more, and all tokens are renewed.
 */
export async function rotateSigningKeys(
  file: string,
  { now, drop = false }: { now: Date; drop?: boolean },
): Promise<void> {
  const keys = await readSigningKeys(file);
  const next = keys.find(({ state }) => state === "next" && !drop) ?? (await newKey("next", now));
  const since = now.toISOString();
  const retiring = keys
    .filter(({ state }) => state === "active" || state === "retiring")
    .map((key) => (key.state === "active" ? { ...key, state: "retiring" as const, since } : key))
    .filter((key) => !drop && now.getTime() - Date.parse(key.since) < RETIRE_FOR);
  const handle = await open(`${file}.${process.pid}`, "w", 0o600);
  await handle.writeFile(write([{ ...next, state: "active", since }, await newKey("next", now), ...retiring]));
  await handle.sync();
  await handle.close();
  await chmod(`${file}.${process.pid}`, 0o600);
  await rename(`${file}.${process.pid}`, file);
}

async function readSigningKeys(file: string): Promise<SigningKey[]> {
  const { mode } = await stat(file);
  // Container runtimes mount secrets there with modes of their own.
  if ((mode & 0o077) !== 0 && process.platform !== "win32" && !file.startsWith("/run/secrets/"))
    throw new Error(`${file} holds the signing keys and others may read it: chmod 600 it.`);
  const parsed = KeyFile.safeParse(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.success) throw new Error(`${file} is no file of signing keys: ${z.prettifyError(parsed.error)}`);
  return parsed.data.keys;
}

async function toKeyring(keys: readonly SigningKey[]): Promise<Keyring> {
  const verifying = new Map<string, CryptoKey>();
  let active: Keyring["active"] | undefined;
  for (const { state, jwk } of keys) {
    const { d: _, ...publicJwk } = jwk;
    const kid = await calculateJwkThumbprint(publicJwk);
    verifying.set(kid, await imported(publicJwk));
    if (state === "active") active = { kid, key: await imported(jwk) };
  }
  if (!active) throw new Error("No signing key is active.");
  return { active, verifying };
}

async function imported(jwk: { kty: string; crv: string; x: string; d?: string }): Promise<CryptoKey> {
  const key = await importJWK(jwk, "EdDSA");
  if (key instanceof Uint8Array) throw new TypeError("An Ed25519 key is no secret.");
  return key;
}

/** The keys of a file, read again when it changes. */
export function openKeyring(file: string, lookEvery = LOOK_EVERY): () => Promise<Keyring> {
  let current: { keyring: Promise<Keyring>; version: string } | undefined;
  let lookedAt = 0;
  const versionOf = async () => {
    const { mtimeMs, ino, size } = await stat(file).catch(() => {
      throw new Error(`There are no signing keys at ${file}: make them by pnpm shop keys.`);
    });
    return `${mtimeMs} ${ino} ${size}`;
  };
  return async () => {
    const now = performance.now();
    if (current && now - lookedAt < lookEvery) return current.keyring;
    lookedAt = now;
    const version = await versionOf();
    if (current?.version !== version) current = { version, keyring: readSigningKeys(file).then(toKeyring) };
    return current.keyring;
  };
}
