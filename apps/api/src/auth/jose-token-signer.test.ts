import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccessGrant } from "@vitrina/domain/auth";
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, type JWTPayload } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJoseTokenSigner } from "#auth/jose-token-signer.ts";
import { type Keyring, openKeyring } from "#auth/keyring.ts";
import { ensureSigningKeys } from "#auth/signing-keys.ts";

const now = new Date("2026-01-01T09:00:00Z");
const seconds = now.getTime() / 1000;
const issuer = "https://shop.example";
const folder = mkdtempSync(join(tmpdir(), "vitrina-keys-"));
const file = join(folder, "keys.json");
let ring: Keyring;
let signer: ReturnType<typeof createJoseTokenSigner>;

beforeAll(async () => {
  await ensureSigningKeys(file, now);
  const keyring = openKeyring(file);
  ring = await keyring();
  signer = createJoseTokenSigner({ issuer, keyring });
});
afterAll(() => rmSync(folder, { recursive: true }));

const grant: AccessGrant = {
  userId: "0196b8c0-0000-7000-8000-00000000000a",
  sessionId: "0196b8c0-0000-7000-8000-000000000051",
  tokenId: "0196b8c0-0000-7000-8000-0000000000ff",
  role: "customer",
  av: 3,
  authTime: now,
  amr: ["pwd"],
  realm: "browser",
  issuedAt: now,
  expiresAt: new Date(now.getTime() + 600_000),
};
const claims: JWTPayload = {
  iss: issuer,
  aud: "shop-web",
  sub: grant.userId,
  sid: grant.sessionId,
  jti: grant.tokenId,
  role: "customer",
  av: 3,
  amr: ["pwd"],
  auth_time: seconds,
  iat: seconds,
  exp: seconds + 600,
};
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const later = (more: number) => new Date(now.getTime() + more * 1000);

/** A token signed by the shop's own key, with a header and claims of one's choice. */
const forged = (header: object, payload: object = claims, key: CryptoKey = ring.active.key) =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "EdDSA", kid: ring.active.kid, typ: "at+jwt", ...header })
    .sign(key, { crit: { "https://vitrina.example/x": true } });

const verify = (token: string, at = now) => signer.verify(token, { realm: "browser", now: at });

test("a token tells who calls, and nothing about the person", async () => {
  const token = await signer.sign(grant);

  expect(await verify(token)).toEqual({
    userId: grant.userId,
    sessionId: grant.sessionId,
    role: "customer",
    av: 3,
    authTime: now,
    amr: ["pwd"],
  });
  const [header = "", payload = ""] = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
  expect(JSON.parse(header)).toEqual({ alg: "EdDSA", kid: ring.active.kid, typ: "at+jwt" });
  expect(JSON.parse(payload)).toEqual(claims);
});

test("the forger's tools below make a good token when nothing is forged", async () => {
  expect(await verify(await forged({}))).not.toBeNull();
});

test("a token is good until it runs out, give or take five seconds", async () => {
  const token = await signer.sign(grant);

  expect(await verify(token, later(604))).not.toBeNull();
  expect(await verify(token, later(606))).toBeNull();
  expect(await verify(token, later(-6))).toBeNull();
});

test("a token that was found good is asked no less the next time", async () => {
  const token = await signer.sign(grant);
  const principal = await verify(token);

  expect(await verify(token, later(599))).toEqual(principal);
  expect(await verify(token, later(606))).toBeNull();
  expect(await verify(token, later(-6))).toBeNull();
  expect(await signer.verify(token, { realm: "api", now })).toBeNull();
  const [header, , signature] = token.split(".");
  expect(await verify(`${header}.${encode({ ...claims, role: "admin" })}.${signature}`)).toBeNull();
});

test("a token that lives longer than any may is not remembered for longer", async () => {
  const token = await forged({}, { ...claims, exp: seconds + 86_400 });

  expect(await verify(token)).not.toBeNull();
  expect(await verify(token, later(606))).toBeNull();
});

test("a token that was found good opens nothing once its key is dropped", async () => {
  let current = ring;
  const { sign, verify } = createJoseTokenSigner({ issuer, keyring: async () => current });
  const token = await sign(grant);
  const asked = { realm: "browser", now } as const;
  expect(await verify(token, asked)).not.toBeNull();

  const late = verify(token, asked);
  current = { ...ring, verifying: new Map() };
  await late;

  expect(await verify(token, asked)).toBeNull();
});

const strangers = async () => {
  const other = await generateKeyPair("EdDSA", { extractable: true });
  const elliptic = await generateKeyPair("ES256", { extractable: true });
  return { other, elliptic, otherJwk: await exportJWK(other.publicKey) };
};
const publicKey = () => ring.verifying.get(ring.active.kid) as CryptoKey;
const signedBySecret = (secret: string | Buffer, header: object) => {
  const body = `${encode({ alg: "HS256", kid: ring.active.kid, typ: "at+jwt", ...header })}.${encode(claims)}`;
  return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
};
const without = (name: string) => forged({}, { ...claims, [name]: undefined });
const withClaim = (changes: object) => () => forged({}, { ...claims, ...changes });

const hostile: Record<string, () => string | Promise<string>> = {
  "nothing at all": () => "",
  "three dots": () => "...",
  "no token": () => "not a token",
  "a token of two parts": async () => (await forged({})).split(".").slice(0, 2).join("."),
  "an encrypted token": () => "a.b.c.d.e",
  "a token beyond 2 kB": () => forged({}, { ...claims, ballast: "x".repeat(2_048) }),
  "an unsigned token": () => `${encode({ alg: "none", typ: "at+jwt", kid: ring.active.kid })}.${encode(claims)}.`,
  "an unsigned token in disguise": () => `${encode({ alg: "nOnE", typ: "at+jwt" })}.${encode(claims)}.`,
  "a stripped signature": async () => `${(await forged({})).split(".").slice(0, 2).join(".")}.`,
  "a changed signature": async () => (await forged({})).replace(/.{4}$/, "AAAA"),
  "a changed body": async () => {
    const [header, , signature] = (await forged({})).split(".");
    return `${header}.${encode({ ...claims, role: "admin" })}.${signature}`;
  },
  "HS256 with our public key as PEM": async () => signedBySecret(await exportSPKI(publicKey()), {}),
  "HS256 with our public key as JWK": async () => signedBySecret(JSON.stringify(await exportJWK(publicKey())), {}),
  "HS256 with our public key as bytes": async () =>
    signedBySecret(Buffer.from((await exportJWK(publicKey())).x ?? "", "base64url"), {}),
  "HS256 with an empty secret": () => signedBySecret("", {}),
  "another Ed25519 key": async () => forged({}, claims, (await strangers()).other.privateKey),
  "another curve": async () => forged({ alg: "ES256" }, claims, (await strangers()).elliptic.privateKey),
  "a key of its own in jwk": async () => {
    const { other, otherJwk } = await strangers();
    return forged({ jwk: otherJwk, kid: undefined }, claims, other.privateKey);
  },
  "a key address in jku": async () => {
    const { other } = await strangers();
    return forged({ jku: "https://evil.example/jwks", kid: "evil" }, claims, other.privateKey);
  },
  "a certificate address in x5u": async () => {
    const { other } = await strangers();
    return forged({ x5u: "https://evil.example/cert", kid: "evil" }, claims, other.privateKey);
  },
  "an unknown kid": () => forged({ kid: "unknown" }),
  "no kid": () => forged({ kid: undefined }),
  "a kid out of the prototype": () => forged({ kid: "__proto__" }),
  "a kid as a path": () => forged({ kid: "../../dev/null" }),
  "type JWT": () => forged({ typ: "JWT" }),
  "no type": () => forged({ typ: undefined }),
  "the type of an ID token": () => forged({ typ: "id+jwt" }),
  "a critical header of its own": () =>
    forged({ crit: ["https://vitrina.example/x"], "https://vitrina.example/x": true }),
  "an unencoded payload": () => forged({ crit: ["b64"], b64: true, kid: "unknown" }),
  "another issuer": withClaim({ iss: "https://evil.example" }),
  "no issuer": () => without("iss"),
  "programs as its audience": withClaim({ aud: "shop-api" }),
  "both realms as its audience": withClaim({ aud: ["shop-web", "shop-api"] }),
  "no audience": () => without("aud"),
  "a past end": withClaim({ iat: seconds - 700, exp: seconds - 6 }),
  "no end": () => without("exp"),
  "an end in words": withClaim({ exp: "tomorrow" }),
  "a far end": withClaim({ iat: seconds - 700, exp: seconds + 86_400 }),
  "a birth in the future": withClaim({ iat: seconds + 3_600, exp: seconds + 3_700 }),
  "no birth": () => without("iat"),
  "a start in the future": withClaim({ nbf: seconds + 60 }),
  "no person": () => without("sub"),
  "a person who is no id": withClaim({ sub: "admin" }),
  "no session": () => without("sid"),
  "no token id": () => without("jti"),
  "no authorisation version": () => without("av"),
  "an authorisation version in words": withClaim({ av: "3" }),
  "no role": () => without("role"),
  "a role the shop does not know": withClaim({ role: "root" }),
  "roles in a list": withClaim({ role: ["admin"] }),
  "a refresh token": () => "q".repeat(43),
  "a body that is no JSON": () =>
    new CompactSign(Buffer.from("{"))
      .setProtectedHeader({ alg: "EdDSA", kid: ring.active.kid, typ: "at+jwt" })
      .sign(ring.active.key),
  "a body that is a list": () =>
    new CompactSign(Buffer.from("[]"))
      .setProtectedHeader({ alg: "EdDSA", kid: ring.active.kid, typ: "at+jwt" })
      .sign(ring.active.key),
};

test.each(Object.entries(hostile))("%s opens nothing", async (_, make) => {
  expect(await verify(await make())).toBeNull();
});
