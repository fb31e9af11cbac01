import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ensureSigningKeys, openKeyring, rotateSigningKeys } from "#auth/signing-keys.ts";

const folder = mkdtempSync(join(tmpdir(), "vitrina-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));
const now = new Date("2026-01-01T09:00:00Z");
let count = 0;
const aFile = async () => {
  const file = join(folder, `${++count}.json`);
  await ensureSigningKeys(file, now);
  return file;
};

test("keys are made once, for their owner's eyes only", async () => {
  const file = await aFile();
  const text = readFileSync(file, "utf8");

  await ensureSigningKeys(file, now);

  expect(readFileSync(file, "utf8")).toBe(text);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("keys that others may read are refused, with the cure", async () => {
  const file = await aFile();
  chmodSync(file, 0o644);

  await expect(openKeyring(file)()).rejects.toThrow("chmod 600");
});

test("a damaged file is refused by name", async () => {
  const file = await aFile();
  writeFileSync(file, '{"keys":[]}');

  await expect(openKeyring(file)()).rejects.toThrow(file);
});

test("after a rotation the announced key signs and the old one still verifies", async () => {
  const file = await aFile();
  const before = await openKeyring(file)();

  await rotateSigningKeys(file, { now });
  const after = await openKeyring(file)();

  expect(after.active.kid).not.toBe(before.active.kid);
  expect([...before.verifying.keys()]).toContain(after.active.kid);
  expect([...after.verifying.keys()]).toContain(before.active.kid);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a retired key is forgotten once its last token has run out", async () => {
  const file = await aFile();
  const { active } = await openKeyring(file)();
  await rotateSigningKeys(file, { now });

  await rotateSigningKeys(file, { now: new Date(now.getTime() + 16 * 60_000) });

  expect([...(await openKeyring(file)()).verifying.keys()]).not.toContain(active.kid);
});

test("after a leak all keys of the file are dropped at once", async () => {
  const file = await aFile();
  const leaked = await openKeyring(file)();

  await rotateSigningKeys(file, { now, drop: true });

  const { verifying } = await openKeyring(file)();
  for (const kid of leaked.verifying.keys()) expect(verifying.has(kid)).toBe(false);
});

test("missing keys are told with the cure", async () => {
  await expect(openKeyring(join(folder, "nowhere.json"))()).rejects.toThrow("pnpm shop keys");
});

test("a key ring looks at its file again when that has changed", async () => {
  const file = await aFile();
  const keyring = openKeyring(file, 0);
  const before = await keyring();

  await rotateSigningKeys(file, { now });

  expect((await keyring()).active.kid).not.toBe(before.active.kid);
});
