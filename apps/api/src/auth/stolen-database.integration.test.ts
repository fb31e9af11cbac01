import { SessionExpired } from "@vitrina/domain/auth";
import { aDevice } from "@vitrina/domain/auth/testing";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { tokenBox } from "#auth/sealed-token-box.ts";
import { aSignedInShopper, openAuthRoom, testSigningKeys, tokensOf } from "#auth/testing.ts";

const database = testDatabase({ max: 20 });
const keysFile = testSigningKeys();
const device = aDevice();

/** Every value of every row, as a thief with a copy of the database may try it. */
async function stolenValues(): Promise<(string | Buffer)[]> {
  const tables = ["auth.refreshToken", "auth.session", "auth.credential", "users.user", "core.outbox"] as const;
  const values: unknown[] = [];
  for (const table of tables)
    for (const row of await database.db.selectFrom(table).selectAll().execute()) values.push(...Object.values(row));
  return values.map((value) => (Buffer.isBuffer(value) || typeof value === "string" ? value : JSON.stringify(value)));
}

test("a copy of the database mints no token and opens no seal", async () => {
  const shop = openAuthRoom(database, { keysFile });
  const { refreshToken, userId } = await aSignedInShopper(shop);
  const { tokens } = await shop.auth.refresh(refreshToken, device);
  const guesses = (await stolenValues()).flatMap((value) =>
    Buffer.isBuffer(value)
      ? (["base64url", "base64", "hex", "latin1", "utf8"] as const).map((form) => value.toString(form))
      : [value],
  );
  const seals = (await tokensOf(database, userId)).flatMap(({ succSealed }) => succSealed ?? []);

  const opened = seals.flatMap((seal) => guesses.filter((guess) => opens(guess, seal)));
  const minted = await Promise.allSettled([...new Set(guesses)].map((guess) => shop.auth.refresh(guess, device)));

  expect(seals).toHaveLength(1);
  expect(opened).toEqual([]);
  expect(
    minted.filter((outcome) => outcome.status === "fulfilled" || !(outcome.reason instanceof SessionExpired)),
  ).toEqual([]);
  await expect(shop.auth.refresh(tokens.refreshToken, device)).resolves.toBeTruthy();
});

function opens(key: string, seal: Buffer): boolean {
  try {
    tokenBox.open(key, seal);
    return true;
  } catch {
    return false;
  }
}

test("neither passwords nor tokens are anywhere in the database", async () => {
  const shop = openAuthRoom(database, { keysFile });
  const { email, refreshToken, accessToken } = await aSignedInShopper(shop);
  await shop.auth.signUp({ email, password: "canary-password-of-a-stranger", name: "Mallory", locale: "en" });
  const { tokens } = await shop.auth.refresh(refreshToken, device);
  shop.clock.pass(60);
  await shop.auth.refresh(refreshToken, device).catch(() => undefined);

  const dump = (await stolenValues()).map((value) => value.toString("utf8")).join("\n");

  for (const canary of ["canary-password", refreshToken, accessToken, tokens.refreshToken, tokens.accessToken])
    expect(dump).not.toContain(canary);
  expect(dump).toContain(email);
});
