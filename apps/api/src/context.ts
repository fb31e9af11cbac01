import type { Once, Principal } from "@vitrina/domain/auth";
import type { Clock, DomainError, Locale } from "@vitrina/domain/core";
import type { Logger } from "pino";
import type { Services } from "#services.ts";

/** What every request carries, however it came: over HTTP, or in process from a page being rendered. */
export interface Context {
  services: Services;
  requestId: string;
  /** Writes the request's id with each line. */
  readonly log: Logger;
  now: Clock;
  /** Browsers speak by cookies, programs by Bearer tokens; never both. */
  realm: "browser" | "api";
  /** Whether cookies are marked Secure and carry their prefixes. */
  https: boolean;
  principal: Principal | null;
  /** Why a presented session is not accepted; own things are then refused with it, public ones are served. */
  sessionFault: DomainError | null;
  /** Key of the guest cart, raw. */
  cartSecret: string | null;
  /** The refresh cookie; only on /auth. */
  refreshCookie: string | null;
  /** What the browser shows of an earlier sign-in; only on /auth. */
  deviceMark: string | null;
  idempotencyKey: string | null;
  /** Does the work of a mutation once under that key; only procedures that ask for it get more than the mere work done. */
  once: Once;
  /** Whether it came in a batch, if only of one call: no mutation does. */
  inBatch: boolean;
  locale: Locale;
  ip: string;
  userAgent: string;
  /** Whole Set-Cookie lines for the answer. */
  setCookies: string[];
  /** More headers of the answer. */
  answerHeaders: Record<string, string>;
  /** Told of every refusal, by procedure and code. */
  refused: (path: string, code: string) => void;
}
