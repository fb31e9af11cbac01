import { type Principal, type Realm, SessionExpired } from "@vitrina/domain/auth";
import { InvalidInput } from "@vitrina/domain/core";
import type { CookieNames } from "#core/cookies.ts";

interface Presented {
  headers: Headers;
  cookies: Readonly<Record<string, string>>;
  names: CookieNames;
  realm: Realm;
  authenticate: (accessToken: string, realm: Realm) => Promise<Principal>;
}

/**
 * Who sends a request: a browser by its cookie, a program by its Bearer token; null for a stranger. A browser whose
 * access token is gone but whose session may be renewed counts as expired.
 * @throws InvalidInput for both at once @throws SessionExpired @throws SessionRevoked
 */
export async function readPrincipal({ headers, cookies, names, realm, authenticate }: Presented) {
  const authorization = headers.get("authorization");
  const cookie = cookies[names.access];
  if (authorization !== null) {
    if (cookie) throw new InvalidInput({ fields: [{ path: "authorization", reason: "two-realms" }] });
    const bearer = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (!bearer) throw new SessionExpired({});
    return authenticate(bearer, "api");
  }
  if (realm === "api") return null;
  if (cookie) return authenticate(cookie, "browser");
  if (cookies[names.resume]) throw new SessionExpired({});
  return null;
}
