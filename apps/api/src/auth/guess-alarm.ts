import type { Clock } from "@vitrina/domain/core";
import type { Logger } from "pino";

const WINDOW = 5 * 60_000;
const MANY = 100;
const SIGNS = new Set(["auth.bad-credentials", "core.rate-limited"]);

/**
 * Says in the log, once in five minutes, that sign-ins fail in numbers: somebody tries lists of passwords, on however
 * many accounts and from however many networks. Counts this process; `vitrina_refusals_total` tells of all.
 */
export function createGuessAlarm({ log, now }: { log: Logger; now: Clock }) {
  let [since, failed] = [0, 0];
  return (procedure: string, code: string): void => {
    if (procedure !== "auth.signIn" || !SIGNS.has(code)) return;
    if (now().getTime() - since >= WINDOW) [since, failed] = [now().getTime(), 0];
    if (++failed === MANY) log.warn({ failed, minutes: WINDOW / 60_000 }, "many sign-ins fail: passwords are guessed");
  };
}
