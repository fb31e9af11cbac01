import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TokenPair } from "@vitrina/domain/auth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropSigningKeys, ensureSigningKeys, readSigningKeys, rotateSigningKeys } from "#auth/signing-keys.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { bearer, callAs, type ShopProcess, shopProcesses } from "#testing-processes.ts";

const shop = testShop();
const startProcess = shopProcesses(shop.database);
const folder = mkdtempSync(join(tmpdir(), "vitrina-keys-"));
const file = join(folder, "keys.json");
const processes: ShopProcess[] = [];
/** Milliseconds after which every process has looked at a changed file. */
const SOON = 2_500;

beforeAll(async () => {
  await ensureSigningKeys(file, new Date(Date.now() - 2 * 3_600_000));
  const started = [startProcess({ AUTH_KEYS_FILE: file }), startProcess({ AUTH_KEYS_FILE: file })];
  processes.push(...(await Promise.all(started)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (turn: number): ShopProcess => {
  const process = processes[turn % processes.length];
  if (!process) throw new Error("no process");
  return process;
};
const tokensIn = (data: unknown) => (data as { tokens: TokenPair }).tokens;
async function aSignedInProgram() {
  const { email } = await shop.member("customer");
  const { data } = await callAs(at(0), "auth.signIn", { input: { email, password: TEST_PASSWORD } });
  return tokensIn(data);
}
const kidOf = ({ accessToken }: TokenPair): string =>
  JSON.parse(Buffer.from(accessToken.split(".")[0] ?? "", "base64url").toString()).kid;

test("keys are rotated twice while people call and refresh in two processes, and no request fails", async () => {
  const people = await Promise.all(Array.from({ length: 6 }, aSignedInProgram));
  const [refusals, signedBy, answered] = [[] as string[], new Set<string>(), { count: 0 }];
  let over = false;
  const useTheShop = async (tokens: TokenPair, person: number) => {
    for (let turn = person; !over; turn++) {
      const refreshes = turn % 5 === 0;
      const told = refreshes
        ? await callAs(at(turn), "auth.refresh", { input: { refreshToken: tokens.refreshToken } })
        : await callAs(at(turn), "users.profile", { headers: bearer(tokens.accessToken) });
      answered.count++;
      if (told.status !== 200) refusals.push(`${told.status} ${told.refusal}`);
      else if (refreshes) tokens = tokensIn(told.data);
      signedBy.add(kidOf(tokens));
      await sleep(5);
    }
  };
  const load = Promise.all(people.map(useTheShop));

  await sleep(300);
  await rotateSigningKeys(file, { now: new Date() });
  await sleep(SOON);
  await rotateSigningKeys(file, { now: new Date(), force: true });
  await sleep(SOON);
  over = true;
  await load;

  expect(refusals).toEqual([]);
  expect(signedBy.size).toBe(3);
  expect(answered.count).toBeGreaterThan(100);
}, 60_000);

test("what a dropped key has signed is refused by every process within five seconds, and sessions renew themselves", async () => {
  const tokens = await aSignedInProgram();
  const reads = async (process: ShopProcess) =>
    (await callAs(process, "users.profile", { headers: bearer(tokens.accessToken) })).status;
  expect(await Promise.all(processes.map(reads))).toEqual([200, 200]);

  await dropSigningKeys(file, { now: new Date(), kids: [kidOf(tokens)] });
  const dropped = performance.now();
  const refusedAfter = async (process: ShopProcess) => {
    while ((await reads(process)) === 200) await sleep(50);
    return performance.now() - dropped;
  };

  for (const milliseconds of await Promise.all(processes.map(refusedAfter))) expect(milliseconds).toBeLessThan(5_000);
  expect(await Promise.all(processes.map(reads))).toEqual([401, 401]);
  const renewed = await callAs(at(1), "auth.refresh", { input: { refreshToken: tokens.refreshToken } });
  const headers = bearer(tokensIn(renewed.data).accessToken);
  for (const process of processes)
    expect(await callAs(process, "users.profile", { headers })).toMatchObject({ status: 200 });
  expect((await readSigningKeys(file)).map(({ kid }) => kid)).not.toContain(kidOf(tokens));
}, 30_000);
