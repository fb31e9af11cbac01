import type { Principal, Realm, TokenSigner } from "@vitrina/domain/auth";
import { Id } from "@vitrina/domain/core";
import { Role } from "@vitrina/domain/users";
import { errors, jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import type { Keyring } from "#auth/keyring.ts";

const ALGORITHM = "EdDSA";
const TYPE = "at+jwt";
const AUDIENCES = { browser: "shop-web", api: "shop-api" } as const;
const MAX_LENGTH = 2_048;
const MAX_AGE = 10 * 60;

const Claims = z.object({
  sub: Id,
  sid: Id,
  role: Role,
  av: z.int().positive(),
  auth_time: z.int().positive(),
  amr: z.array(z.string().max(16)).max(8),
  iat: z.int().positive(),
  exp: z.int().positive(),
});

/** Tokens in use at once, about 1 kB each. */
const REMEMBERED = 10_000;

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/**
 * Access tokens as EdDSA-signed JWTs after the at+jwt profile (RFC 9068, RFC 8725): one algorithm, one type, keys by
 * thumbprint from our own ring only, audience of one realm. `issuer` is the shop's public address.
 */
export function createJoseTokenSigner({
  issuer,
  keyring,
}: {
  issuer: string;
  keyring: () => Promise<Keyring>;
}): TokenSigner {
  const genuine = rememberGenuine();
  return {
    async sign(grant) {
      const { active } = await keyring();
      const { sessionId: sid, role, av, authTime, amr } = grant;
      return new SignJWT({ sid, role, av, auth_time: seconds(authTime), amr: [...amr] })
        .setProtectedHeader({ alg: ALGORITHM, kid: active.kid, typ: TYPE })
        .setIssuer(issuer)
        .setAudience(AUDIENCES[grant.realm])
        .setSubject(grant.userId)
        .setJti(grant.tokenId)
        .setIssuedAt(seconds(grant.issuedAt))
        .setExpirationTime(seconds(grant.expiresAt))
        .sign(active.key);
    },

    async verify(token, { realm, now }) {
      if (token.length > MAX_LENGTH) return null;
      const { verifying } = await keyring();
      const known = genuine.find(token, { realm, now, verifying });
      if (known) return known;
      const audience = AUDIENCES[realm];
      try {
        const { payload, key } = await jwtVerify(token, ({ kid }) => keyOf(verifying, kid), {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer,
          audience,
          currentDate: now,
          clockTolerance: 5,
          maxTokenAge: MAX_AGE,
          requiredClaims: ["sub", "sid", "jti", "exp", "av"],
        });
        const claims = Claims.extend({ aud: z.literal(audience) }).safeParse(payload);
        if (!claims.success) return null;
        const { sub: userId, sid: sessionId, role, av, auth_time: authTime, amr, iat, exp } = claims.data;
        const principal = { userId, sessionId, role, av, authTime: new Date(authTime * 1000), amr };
        genuine.add(token, { principal, realm, key, from: iat, until: Math.min(exp, iat + MAX_AGE) });
        return principal;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

function keyOf(verifying: Keyring["verifying"], kid: string | undefined) {
  const key = verifying.get(kid ?? "");
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key;
}

interface Genuine {
  principal: Principal;
  realm: Realm;
  /** That signed it. */
  key: CryptoKey;
  /** Seconds of the epoch, as in the token. */
  from: number;
  until: number;
}

/**
 * Tokens found genuine, and by which key: a signature costs as much as half a reading, and a shopper shows the same token
 * for ten minutes. One whose key has left the ring is genuine no more.
 */
function rememberGenuine() {
  const genuine = new Map<string, Genuine>();
  return {
    find(token: string, { realm, now, verifying }: { realm: Realm; now: Date } & Pick<Keyring, "verifying">) {
      const known = genuine.get(token);
      const at = now.getTime() / 1000;
      const holds = known?.realm === realm && known.from <= at && at < known.until;
      return holds && verifying.values().some((key) => key === known.key) ? known.principal : null;
    },

    add(token: string, found: Genuine): void {
      genuine.set(token, found);
      const [oldest = ""] = genuine.keys();
      if (genuine.size > REMEMBERED) genuine.delete(oldest);
    },
  };
}
