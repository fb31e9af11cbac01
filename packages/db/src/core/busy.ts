import { Busy } from "@vitrina/domain/core";

/** In seconds. */
const RETRY_AFTER = 2;

/** SQLSTATEs of a transaction that PostgreSQL ended in favour of another one. */
export const GAVE_WAY: ReadonlySet<string> = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "55P03", // lock_not_available
]);

const OUT_OF_REACH: ReadonlySet<string> = new Set([
  "57014", // query_canceled: statement_timeout
  "53300", // too_many_connections
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now: starting up or shutting down
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  // Where the server's name lives and dies with it, as in a composition of containers.
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** node-postgres tells these by their text alone. */
const LOST =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/**
 * Reads what a query, or opening a connection, failed with: a database that is overloaded, blocked or away for a while
 * is a refusal of this moment; null for any other error.
 */
export function busyOf(error: unknown): Busy | null {
  if (!(error instanceof Error)) return null;
  const { code = "" } = error as { code?: string };
  const passing = GAVE_WAY.has(code) || OUT_OF_REACH.has(code) || LOST.test(error.message);
  return passing ? new Busy({ retryAfter: RETRY_AFTER }) : null;
}
