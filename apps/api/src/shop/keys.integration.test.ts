import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { openKeyring } from "#auth/keyring.ts";
import { readEnv } from "#env.ts";
import { Misuse } from "#shop/command.ts";
import { keysCommand } from "#shop/keys.ts";
import { testEnv, testShop } from "#testing.ts";

const shop = testShop();
const folder = mkdtempSync(join(tmpdir(), "vitrina-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));
const told: string[] = [];
let file = "";
beforeEach((context) => {
  file = join(folder, `${context.task.id}.json`);
  vi.spyOn(console, "log").mockImplementation((text: string) => void told.push(text));
});
afterEach(() => void told.splice(0));

/** Runs `shop keys …` and answers what it told last. */
async function keys(positionals: string[] = [], values: Record<string, boolean> = {}) {
  const env = readEnv({ ...testEnv, AUTH_KEYS_FILE: file, DATABASE_URL: "postgres://localhost/test" });
  await keysCommand.check?.({ positionals, values });
  const { database, services, clock } = shop;
  await keysCommand.run({ env, db: database.db, services, now: clock.now }, { positionals, values });
  return told.at(-1) ?? "";
}
const statesOf = (table: string) => table.split("\n").map((line) => line.split(/ +/).slice(0, 2));
const trail = async () => {
  const rows = await shop.database.db.selectFrom("core.audit").selectAll().orderBy("at").execute();
  return rows.map(({ actorKind, action, subjectId }) => ({ actorKind, action, subjectId }));
};

test("an operator sees the keys by their ids, and rotates them once the next one was published for an hour", async () => {
  expect(await keys()).toContain(file);
  const [[active], [next]] = statesOf(await keys(["list"])) as [string[], string[]];

  await expect(keys(["rotate"])).rejects.toThrow(Misuse);
  shop.clock.advance(3_600_000);
  const after = statesOf(await keys(["rotate"]));

  expect(after).toEqual([
    [next, "active"],
    [expect.any(String), "next"],
    [active, "retiring"],
  ]);
  expect(await trail()).toContainEqual({ actorKind: "operator", action: "auth.keys-rotated", subjectId: next });
  shop.clock.advance(15 * 60_000);
  expect(statesOf(await keys(["list"]))).toHaveLength(2);
});

test("an operator drops a key by its id, or all", async () => {
  const [[leaked = ""], [next]] = statesOf(await keys(["list"])) as [string[], string[]];

  const after = statesOf(await keys(["drop", leaked]));

  expect(after).toEqual([
    [next, "active"],
    [expect.any(String), "next"],
  ]);
  expect(await trail()).toContainEqual({ actorKind: "operator", action: "auth.keys-dropped", subjectId: next });
  await keys(["drop"], { all: true });
  const { verifying } = await openKeyring(file)();
  for (const [kid = ""] of after) expect(verifying.has(kid)).toBe(false);
});

test.each([
  { title: "an unknown act", positionals: ["rotten"], values: {} },
  { title: "a drop of nothing", positionals: ["drop"], values: {} },
  { title: "a drop of one and of all", positionals: ["drop", "kid"], values: { all: true } },
  { title: "a drop of a key that is not there", positionals: ["drop", "kid"], values: {} },
  { title: "a rotation of one", positionals: ["rotate", "kid"], values: {} },
])("$title is refused with a sentence, and changes nothing", async ({ positionals, values }) => {
  await keys();
  const before = await keys(["list"]);

  await expect(keys(positionals, values)).rejects.toThrow(Misuse);

  expect(await keys(["list"])).toBe(before);
});
