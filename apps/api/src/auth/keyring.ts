import { stat } from "node:fs/promises";
import { importJWK, type CryptoKey, type JSONWebKeySet } from "jose";
import { isOver, readSigningKeys, type SigningKey } from "#auth/signing-keys.ts";

/** Milliseconds between looks at the file: what a key dropped from it has signed is refused this soon. */
const LOOK_EVERY = 2_000;

/** The keys as the signer uses them: one signs, all of them verify; known by their RFC 7638 thumbprints. */
export interface Keyring {
  active: { kid: string; key: CryptoKey };
  verifying: ReadonlyMap<string, CryptoKey>;
  /** What others verify tokens by (RFC 7517): public parts alone, that of the next key too. */
  published: JSONWebKeySet;
}

type Imported = SigningKey & { publicKey: CryptoKey; privateKey: CryptoKey };

/**
 * The keys of a file, read again when it changes; one whose retirement is over is none of them. As long as they are the
 * same, so is the ring, by which others remember what they have verified.
 */
export function openKeyring(
  file: string,
  { now = () => new Date(), lookEvery = LOOK_EVERY } = {},
): () => Promise<Keyring> {
  let current: { keys: Promise<Imported[]>; version: string } | undefined;
  let built: { from: Imported[]; left: number; keyring: Keyring } | undefined;
  let keyring: Promise<Keyring> | undefined;
  let lookedAt = 0;
  const versionOf = async () => {
    const { mtimeMs, ino, size } = await stat(file).catch(() => {
      throw new Error(`There are no signing keys at ${file}: make them by pnpm shop keys.`);
    });
    return `${mtimeMs} ${ino} ${size}`;
  };
  async function look(): Promise<Keyring> {
    const version = await versionOf();
    if (current?.version !== version)
      current = { version, keys: readSigningKeys(file).then((keys) => Promise.all(keys.map(imported))) };
    const keys = await current.keys.catch((error: unknown) => {
      // The cure may leave no trace in the version, as chmod does.
      current = undefined;
      throw error;
    });
    const left = keys.filter((key) => !isOver(key, now()));
    if (built?.from !== keys || built.left !== left.length)
      built = { from: keys, left: left.length, keyring: toKeyring(left) };
    return built.keyring;
  }
  return () => {
    const moment = performance.now();
    if (!keyring || moment - lookedAt >= lookEvery) {
      lookedAt = moment;
      keyring = look();
    }
    return keyring;
  };
}

function toKeyring(keys: readonly Imported[]): Keyring {
  const active = keys.find(({ state }) => state === "active");
  if (!active) throw new Error("No signing key is active.");
  return {
    active: { kid: active.kid, key: active.privateKey },
    verifying: new Map(keys.map(({ kid, publicKey }) => [kid, publicKey])),
    published: {
      keys: keys.map(({ kid, jwk: { kty, crv, x } }) => ({ kty, crv, x, kid, alg: "EdDSA", use: "sig" })),
    },
  };
}

async function imported(key: SigningKey): Promise<Imported> {
  const { d: _, ...publicJwk } = key.jwk;
  return { ...key, publicKey: await toCryptoKey(publicJwk), privateKey: await toCryptoKey(key.jwk) };
}

async function toCryptoKey(jwk: { kty: string; crv: string; x: string; d?: string }): Promise<CryptoKey> {
  const key = await importJWK(jwk, "EdDSA");
  if (key instanceof Uint8Array) throw new TypeError("An Ed25519 key is no secret.");
  return key;
}
