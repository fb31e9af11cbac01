import { randomUUID } from "node:crypto";
import { SessionRevoked, type TokenSigner } from "@vitrina/domain/auth";
import { aClock, aDevice } from "@vitrina/domain/auth/testing";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { aSignedInShopper, openAuthRoom, PASSWORD, testSigningKeys, tokensOf } from "#auth/testing.ts";

const database = testDatabase({ max: 20 });
const keysFile = testSigningKeys();
const device = aDevice();
const openProcess = (clock = aClock(), changes: { tokens?: TokenSigner } = {}) =>
  openAuthRoom(database, { keysFile, clock, ...changes });

const warningsTo = (userId: string) =>
  database.db
    .selectFrom("core.outbox")
    .select("payload")
    .where("topic", "=", "auth.session-reused")
    .execute()
    .then((rows) => rows.filter(({ payload }) => JSON.stringify(payload).includes(userId)));

test("two hundred parallel refreshes in two processes meet at one successor, and nobody is signed out", async () => {
  const clock = aClock();
  const processes = [openProcess(clock), openProcess(clock)] as const;
  const { refreshToken, userId } = await aSignedInShopper(processes[0]);

  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => processes[index % 2 === 0 ? 0 : 1].auth.refresh(refreshToken, device)),
  );

  const successors = new Set(answers.map(({ tokens }) => tokens.refreshToken));
  const stored = await tokensOf(database, userId);
  expect(successors.size).toBe(1);
  expect(stored.filter(({ parentId }) => parentId !== null)).toHaveLength(1);
  expect(stored.every(({ revokedAt }) => revokedAt === null)).toBe(true);
  const [successor = ""] = successors;
  await expect(processes[0].auth.refresh(successor, device)).resolves.toBeTruthy();
});

test("a spent token shown after its successor was used ends the family within the same answer", async () => {
  const shop = openProcess();
  const { refreshToken, userId } = await aSignedInShopper(shop);
  const second = await shop.auth.refresh(refreshToken, device);
  const third = await shop.auth.refresh(second.tokens.refreshToken, device);

  await expect(shop.auth.refresh(refreshToken, device)).rejects.toThrow(SessionRevoked);

  const stored = await tokensOf(database, userId);
  expect(stored.map(({ reason }) => reason)).toEqual(["reused", "reused", "reused"]);
  expect(await warningsTo(userId)).toHaveLength(1);
  await expect(shop.auth.refresh(third.tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(shop.auth.authenticate(third.tokens.accessToken, "browser")).rejects.toThrow(SessionRevoked);
});

test("a replay after twenty-one seconds ends the family, for thief and owner", async () => {
  const shop = openProcess();
  const { refreshToken, userId } = await aSignedInShopper(shop);
  const { tokens } = await shop.auth.refresh(refreshToken, device);
  shop.clock.pass(21);

  await expect(shop.auth.refresh(refreshToken, device)).rejects.toThrow(SessionRevoked);
  await expect(shop.auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
  expect(await warningsTo(userId)).toHaveLength(1);
});

test("a replay from another browser ends the family even within the grace", async () => {
  const shop = openProcess();
  const { refreshToken } = await aSignedInShopper(shop);
  const { tokens } = await shop.auth.refresh(refreshToken, device);

  const thief = shop.auth.refresh(refreshToken, aDevice({ uaLabel: "Chrome 129, Linux" }));

  await expect(thief).rejects.toThrow(SessionRevoked);
  await expect(shop.auth.refresh(tokens.refreshToken, device)).rejects.toThrow(SessionRevoked);
});

test("a browser's refresh token shown by a program ends the family", async () => {
  const shop = openProcess();
  const { refreshToken } = await aSignedInShopper(shop);

  await expect(shop.auth.refresh(refreshToken, aDevice({ realm: "api" }))).rejects.toThrow(SessionRevoked);
});

test("an answer lost between commit and shopper is repeated by a retry, in another process too", async () => {
  const first = openProcess();
  const { refreshToken, userId } = await aSignedInShopper(first);
  const lost = await first.auth.refresh(refreshToken, device);
  first.clock.pass(15);

  const again = await openProcess(first.clock).auth.refresh(refreshToken, device);

  expect(again.tokens.refreshToken).toBe(lost.tokens.refreshToken);
  expect((await tokensOf(database, userId)).map(({ replays }) => replays)).toEqual([1, 0]);
});

test("a process that dies before the commit has spent nothing", async () => {
  const shop = openProcess();
  const { refreshToken, userId } = await aSignedInShopper(shop);
  const dying: TokenSigner = { sign: () => Promise.reject(new Error("killed")), verify: async () => null };

  await expect(openProcess(shop.clock, { tokens: dying }).auth.refresh(refreshToken, device)).rejects.toThrow("killed");

  expect((await tokensOf(database, userId)).map(({ usedAt }) => usedAt)).toEqual([null]);
  await expect(shop.auth.refresh(refreshToken, device)).resolves.toBeTruthy();
});

test("a forked chain cannot even be stored", async () => {
  const shop = openProcess();
  const { refreshToken, userId } = await aSignedInShopper(shop);
  await shop.auth.refresh(refreshToken, device);
  const [, successor] = await tokensOf(database, userId);
  if (!successor) throw new Error("no successor");
  const { revokedAt: _, reason: __, ...row } = successor;

  const fork = database.db
    .insertInto("auth.refreshToken")
    .values({ ...row, id: randomUUID(), hash: Buffer.from("fork") })
    .execute();

  await expect(fork).rejects.toThrow("refresh_token_parent_unique");
});

test("forty parallel sign-ins leave twenty sessions", async () => {
  const shop = openProcess();
  const { email, userId } = await aSignedInShopper(shop);

  await Promise.all(Array.from({ length: 40 }, () => shop.auth.signIn({ email, password: PASSWORD }, device)));

  const open = (await tokensOf(database, userId)).filter(({ revokedAt }) => revokedAt === null);
  expect(open).toHaveLength(20);
});

test("twenty parallel sign-ups with one address make one account", async () => {
  const { auth } = openProcess();
  const email = `${randomUUID()}@Example.com`;
  const spellings = [email, email.toLowerCase(), email.toUpperCase()];

  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      auth.signUp({ email: spellings[index % 3] ?? email, password: PASSWORD, name: "Анна", locale: "ru" }),
    ),
  );

  const accounts = await database.db
    .selectFrom("users.user")
    .select("id")
    .where("emailCanonical", "=", email.toLowerCase())
    .execute();
  expect(accounts).toHaveLength(1);
});

test("seals are wiped once they have run out, sessions are forgotten past their absolute end", async () => {
  const shop = openProcess();
  const { refreshToken, userId } = await aSignedInShopper(shop);
  await shop.auth.refresh(refreshToken, device);

  shop.clock.pass(60);
  await shop.auth.sweep();
  expect((await tokensOf(database, userId)).map(({ succSealed }) => succSealed)).toEqual([null, null]);

  shop.clock.pass(30 * 86_400);
  await shop.auth.sweep();
  expect(await tokensOf(database, userId)).toEqual([]);
});
