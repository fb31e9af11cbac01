import type { TokenPair } from "@vitrina/domain/auth";
import { sql } from "kysely";
import { connect, createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tokensOf } from "#auth/testing.ts";
import { TEST_PASSWORD, testShop } from "#testing.ts";
import { postOffice } from "#testing-letters.ts";
import { bearer, callAs, type ShopProcess, shopProcesses } from "#testing-processes.ts";

const shop = testShop();
const { tokenFor } = postOffice(shop);
const startProcess = shopProcesses(shop.database);
let first: ShopProcess;
let second: ShopProcess;
beforeAll(async () => {
  [first, second] = await Promise.all([startProcess(), startProcess()]);
});

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0";
const CHROME = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36";
const tokensIn = ({ data }: { data: unknown }) => (data as { tokens: TokenPair }).tokens;

async function aSignedInProgram() {
  const { email, principal } = await shop.member("customer");
  const input = { email, password: TEST_PASSWORD };
  const told = await callAs(first, "auth.signIn", { input, headers: { "user-agent": FIREFOX } });
  return { userId: principal.userId, ...tokensIn(told) };
}
/** As clients do it, who ask again when the shop is too busy. */
async function refresh(process: ShopProcess, refreshToken: string, userAgent = FIREFOX) {
  const asked = { input: { refreshToken }, headers: { "user-agent": userAgent } };
  for (;;) {
    const told = await callAs(process, "auth.refresh", asked);
    if (told.status !== 503) return told;
  }
}
const reads = async (process: ShopProcess, { accessToken }: TokenPair) =>
  (await callAs(process, "users.profile", { headers: bearer(accessToken) })).status;
const storedOf = async (userId: string) =>
  (await tokensOf(shop.database, userId)).filter(
    ({ succSealed, parentId, usedAt }) => succSealed ?? parentId ?? usedAt,
  );

/** What was stored of a person's refreshes happened so many seconds earlier. */
const letPass = (seconds: number, userId: string) =>
  sql`
    update auth.refresh_token set used_at = used_at - make_interval(secs => ${seconds}),
      seal_until = seal_until - make_interval(secs => ${seconds})
    where session_id in (select id from auth.session where user_id = ${userId})
  `.execute(shop.database.db);

test("two hundred parallel refreshes at two processes get one and the same successor, and nobody is signed out (T-14)", async () => {
  const { refreshToken, userId } = await aSignedInProgram();

  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => refresh(index % 2 ? second : first, refreshToken)),
  );

  const successors = new Set(answers.map((told) => tokensIn(told).refreshToken));
  expect(successors.size).toBe(1);
  const stored = await storedOf(userId);
  expect(stored.filter(({ parentId }) => parentId !== null)).toHaveLength(1);
  expect(stored.every(({ revokedAt }) => revokedAt === null)).toBe(true);
  for (const successor of successors) expect(await refresh(second, successor)).toMatchObject({ status: 200 });
}, 60_000);

test("a spent token that returns after its successor was used ends both within that answer, in every process (T-14)", async () => {
  const { refreshToken } = await aSignedInProgram();
  const child = tokensIn(await refresh(first, refreshToken));
  const grandchild = tokensIn(await refresh(second, child.refreshToken));

  expect(await refresh(second, refreshToken)).toMatchObject({ status: 401, refusal: "auth.session-revoked" });

  expect(await refresh(first, grandchild.refreshToken)).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
  expect(await reads(second, grandchild)).toBe(401);
  await expect.poll(() => reads(first, grandchild), { timeout: 5_000 }).toBe(401);
});

test("a replay after twenty-one seconds ends the family, one after nineteen does not (T-14)", async () => {
  const { refreshToken, userId } = await aSignedInProgram();
  const child = tokensIn(await refresh(first, refreshToken));
  await letPass(19, userId);
  expect(tokensIn(await refresh(second, refreshToken)).refreshToken).toBe(child.refreshToken);

  await letPass(2, userId);

  expect(await refresh(second, refreshToken)).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
  expect(await refresh(first, child.refreshToken)).toMatchObject({ status: 401 });
});

test("a replay from another browser ends the family even at once (T-14)", async () => {
  const { refreshToken } = await aSignedInProgram();
  const child = tokensIn(await refresh(first, refreshToken));

  expect(await refresh(second, refreshToken, CHROME)).toMatchObject({ status: 401, refusal: "auth.session-revoked" });
  expect(await refresh(first, child.refreshToken)).toMatchObject({ status: 401 });
});

/** PostgreSQL's news that a transaction is committed. */
const COMMITTED = Buffer.from("C\0\0\0\x0bCOMMIT\0");

/** Stands before PostgreSQL and keeps the news of the next commit to itself once `cut` was called; then `committed` comes true. */
async function commitCut(connectionString: string) {
  const url = new URL(connectionString);
  const [folder, port] = [url.searchParams.get("host"), Number(url.port || 5432)];
  const reach = () => connect(folder ? { path: `${folder}/.s.PGSQL.${port}` } : { host: url.hostname, port });
  const committed = Promise.withResolvers<void>();
  let armed = false;
  const server: Server = createServer((client) => {
    const upstream = reach();
    client.pipe(upstream);
    upstream.on("data", (news: Buffer) => {
      if (armed && news.includes(COMMITTED)) committed.resolve();
      else client.write(news);
    });
    for (const socket of [client, upstream])
      socket.on("error", () => {}).on("close", () => (client.destroy(), upstream.destroy()));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  url.searchParams.delete("host");
  url.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  return { url: url.href, committed: committed.promise, cut: () => void (armed = true) };
}

test("a process killed between commit and answer costs nobody their session: five seconds later the other process repeats the answer (T-14)", async () => {
  const { refreshToken, userId } = await aSignedInProgram();
  const { url, committed, cut } = await commitCut(shop.database.connectionString);
  const dying = await startProcess({ DATABASE_URL: url });

  cut();
  const outcome = refresh(dying, refreshToken).then(
    () => "answered",
    () => "no answer",
  );
  await committed;
  await dying.kill();
  expect(await outcome).toBe("no answer");
  const [parent, child] = await storedOf(userId);
  expect([parent?.usedAt, child?.parentId]).toEqual([expect.any(Date), parent?.id]);
  await letPass(5, userId);

  const again = tokensIn(await refresh(second, refreshToken));

  expect(await reads(first, again)).toBe(200);
  expect((await storedOf(userId)).map(({ revokedAt }) => revokedAt)).toEqual([null, null]);
  expect(await refresh(first, again.refreshToken)).toMatchObject({ status: 200 });
}, 30_000);

test("of twenty who use a link to a new password at once, at two processes, one sets it (T-13)", async () => {
  const { email } = await shop.member("customer");
  await shop.services.auth.askReset(email);
  const token = await tokenFor(email, "/reset/new");
  const passwordOf = (index: number) => `four unrelated words here ${index}`;

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      callAs(index % 2 ? second : first, "auth.resetPassword", { input: { token, password: passwordOf(index) } }),
    ),
  );

  const winner = answers.findIndex(({ status }) => status === 200);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.filter((_, index) => index !== winner).map(({ refusal }) => refusal))).toEqual(
    new Set(["auth.link-invalid"]),
  );
  const signIn = (password: string) => callAs(first, "auth.signIn", { input: { email, password } });
  expect(await signIn(passwordOf(winner))).toMatchObject({ status: 200 });
  expect(await signIn(TEST_PASSWORD)).toMatchObject({ status: 401 });
}, 60_000);
