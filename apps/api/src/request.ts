import { randomUUID } from "node:crypto";
import { isApiKey, type Principal } from "@vitrina/domain/auth";
import { DEFAULT_LOCALE, DomainError, Locale } from "@vitrina/domain/core";
import { parse } from "hono/utils/cookie";
import type { Logger } from "pino";
import { readPrincipal } from "#auth/principal.ts";
import { cookieNames } from "#core/cookies.ts";
import type { Context } from "#context.ts";
import type { Services } from "#services.ts";

/** What of the process every request needs. */
export interface Hall {
  services: Services;
  log: Logger;
  now: () => Date;
  /** Whether cookies are marked Secure and carry their prefixes. */
  https: boolean;
  /** Told of every refusal, by procedure and code. */
  refused?: Context["refused"];
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,128}$/;

/** A cookie of a program's request counts for nothing: its realm is told by header alone. */
export const realmOf = (headers: Headers): Context["realm"] =>
  headers.has("authorization") || headers.get("x-realm") === "api" ? "api" : "browser";

/** Whether a request names a session by a cookie, as browsers do, and by a header, as programs do. */
export function isTwofold(headers: Headers, https: boolean): boolean {
  if (!headers.has("authorization")) return false;
  const cookies = parse(headers.get("cookie") ?? "");
  const { access, refresh } = cookieNames(https);
  return Boolean(cookies[access] ?? cookies[refresh]);
}

/** The visitor's wishes: language of the page or of the calling page. */
function localeOf(headers: Headers, path: string): Locale {
  if (/^\/en(\/|$)/.test(path)) return "en";
  const asked = Locale.safeParse(headers.get("x-locale"));
  return asked.success ? asked.data : DEFAULT_LOCALE;
}

/** Programs come with a key or with the access token of a session, browsers with the latter only. */
const authenticator =
  ({ auth, keys, throttle }: Services) =>
  async (token: string, realm: Context["realm"]): Promise<Principal> => {
    if (realm !== "api" || !isApiKey(token)) return auth.authenticate(token, realm);
    const program = await keys.authenticate(token);
    await throttle.take("calls-by-key", program.sessionId);
    return program;
  };

/** Builds what procedures see of a request; a presented session that does not hold becomes `sessionFault`. */
export async function createContext(
  hall: Hall,
  request: Request,
  { ip, path, inBatch }: { ip: string; path: string; inBatch: boolean },
): Promise<Context> {
  const { headers } = request;
  const realm = realmOf(headers);
  const cookies = parse(headers.get("cookie") ?? "");
  const names = cookieNames(hall.https);
  const requestId = randomUUID();
  let principal: Context["principal"] = null;
  let sessionFault: DomainError | null = null;
  try {
    principal = await readPrincipal({ headers, cookies, names, realm, authenticate: authenticator(hall.services) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    sessionFault = error;
  }
  const key = headers.get("idempotency-key");
  return {
    services: hall.services,
    requestId,
    get log() {
      return hall.log.child({ requestId });
    },
    now: hall.now,
    realm,
    https: hall.https,
    principal,
    sessionFault,
    cartSecret: (realm === "browser" ? cookies[names.cart] : headers.get("x-cart-secret")) || null,
    refreshCookie: realm === "browser" ? (cookies[names.refresh] ?? null) : null,
    deviceMark: realm === "browser" ? (cookies[names.device] ?? null) : null,
    idempotencyKey: key && IDEMPOTENCY_KEY.test(key) ? key : null,
    once: (work) => work(),
    inBatch,
    locale: localeOf(headers, path),
    ip,
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? "",
    setCookies: [],
    answerHeaders: {},
    refused: hall.refused ?? (() => {}),
  };
}
