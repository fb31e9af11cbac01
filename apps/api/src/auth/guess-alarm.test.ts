import { expect, test } from "vitest";
import { createGuessAlarm } from "#auth/guess-alarm.ts";
import { createLog } from "#core/log.ts";

test("a hundred failed sign-ins in five minutes are said once, other refusals never", () => {
  let time = Date.parse("2026-01-01T09:00:00Z");
  const lines: string[] = [];
  const log = createLog("warn", { write: (line: string) => void lines.push(line) });
  const alarm = createGuessAlarm({ log, now: () => new Date(time) });
  const fail = (times: number) => {
    for (let count = 0; count < times; count++) alarm("auth.signIn", "auth.bad-credentials");
  };

  for (let count = 0; count < 200; count++) alarm("auth.signIn", "core.busy");
  for (let count = 0; count < 200; count++) alarm("orders.get", "core.rate-limited");
  fail(99);
  expect(lines).toEqual([]);
  fail(99);
  expect(lines).toHaveLength(1);
  time += 5 * 60_000;
  fail(99);
  expect(lines).toHaveLength(1);
  fail(1);
  expect(lines).toHaveLength(2);
  expect(lines.join()).toContain("passwords are guessed");
});
