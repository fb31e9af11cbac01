import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openKeyring } from "#auth/keyring.ts";
import { dropSigningKeys, ensureSigningKeys, readSigningKeys, rotateSigningKeys } from "#auth/signing-keys.ts";

const folder = mkdtempSync(join(tmpdir(), "vitrina-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));
const MINUTE = 60_000;
const now = new Date("2026-01-01T09:00:00Z");
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * MINUTE);
/** When a key made at `now` may sign. */
const inAnHour = minutesLater(60);
let count = 0;
const aFile = async () => {
  const file = join(folder, `${++count}.json`);
  await ensureSigningKeys(file, now);
  return file;
};
const ringOf = (file: string, at = now) => openKeyring(file, { now: () => at })();
/** The one key in that state. */
const kidOf = async (file: string, wanted: "next" | "active" | "retiring") =>
  (await readSigningKeys(file)).find(({ state }) => state === wanted)?.kid ?? "";
const textOf = (file: string) => readFileSync(file, "utf8");

test("keys are made once, for their owner's eyes only", async () => {
  const file = await aFile();
  const text = textOf(file);

  await ensureSigningKeys(file, now);

  expect(textOf(file)).toBe(text);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a data folder that is not there yet is made for them", async () => {
  const file = join(folder, "not", "yet", "keys.json");

  await ensureSigningKeys(file, now);

  expect(statSync(file).isFile()).toBe(true);
});

test("processes that begin at once end with the same keys", async () => {
  const file = join(folder, "together.json");

  await Promise.all([ensureSigningKeys(file, now), ensureSigningKeys(file, now)]);

  expect((await readSigningKeys(file)).map(({ state }) => state)).toEqual(["active", "next"]);
  expect(readdirSync(folder).filter((name) => name.startsWith("together"))).toEqual(["together.json"]);
});

test("keys that others may read are refused, with the cure, which needs no restart", async () => {
  const file = await aFile();
  chmodSync(file, 0o644);

  const ring = openKeyring(file, { now: () => now, lookEvery: 0 });
  await expect(ring()).rejects.toThrow("chmod 600");

  chmodSync(file, 0o600);
  expect((await ring()).active.kid).toBe(await kidOf(file, "active"));
});

test("a damaged file is refused by name", async () => {
  const file = await aFile();
  writeFileSync(file, '{"keys":[]}');

  await expect(ringOf(file)).rejects.toThrow(file);
});

test("missing keys are told with the cure", async () => {
  await expect(ringOf(join(folder, "nowhere.json"))).rejects.toThrow("pnpm shop keys");
});

test("after a rotation the announced key signs and the old one still verifies", async () => {
  const file = await aFile();
  const before = await ringOf(file);
  const announced = await kidOf(file, "next");

  await rotateSigningKeys(file, { now: inAnHour });

  const after = await ringOf(file, inAnHour);
  expect(after.active.kid).toBe(announced);
  expect(before.verifying.has(announced)).toBe(true);
  expect(after.verifying.has(before.active.kid)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a key signs nothing before it has been published for an hour, unless that is forced", async () => {
  const file = await aFile();
  const text = textOf(file);
  const tooSoon = minutesLater(59);

  await expect(rotateSigningKeys(file, { now: tooSoon })).rejects.toThrow("2026-01-01T10:00:00.000Z");
  expect(textOf(file)).toBe(text);
  const announced = await kidOf(file, "next");
  await rotateSigningKeys(file, { now: tooSoon, force: true });

  expect(await kidOf(file, "active")).toBe(announced);
});

test("a retiring key verifies for as long as its last token lives and five minutes, then it is forgotten", async () => {
  const file = await aFile();
  const old = await kidOf(file, "active");
  await rotateSigningKeys(file, { now: inAnHour });

  expect((await ringOf(file, minutesLater(74.9))).verifying.has(old)).toBe(true);
  const later = await ringOf(file, minutesLater(75));
  expect(later.verifying.has(old)).toBe(false);
  expect(later.published.keys.map(({ kid }) => kid)).not.toContain(old);

  await rotateSigningKeys(file, { now: minutesLater(120) });
  expect((await readSigningKeys(file)).map(({ kid }) => kid)).not.toContain(old);
});

test("a running ring forgets a retired key although nobody touches the file", async () => {
  const file = await aFile();
  const old = await kidOf(file, "active");
  await rotateSigningKeys(file, { now: inAnHour });
  let time = inAnHour;
  const ring = openKeyring(file, { now: () => time, lookEvery: 0 });
  expect((await ring()).verifying.has(old)).toBe(true);

  time = minutesLater(75);

  expect((await ring()).verifying.has(old)).toBe(false);
});

test("as long as the keys are the same, so is the ring, however often its file is looked at", async () => {
  const file = await aFile();
  const ring = openKeyring(file, { now: () => now, lookEvery: 0 });

  expect(await ring()).toBe(await ring());
});

test("a ring looks at its file again when that has changed", async () => {
  const file = await aFile();
  const ring = openKeyring(file, { now: () => inAnHour, lookEvery: 0 });
  const before = await ring();

  await rotateSigningKeys(file, { now: inAnHour });

  expect((await ring()).active.kid).not.toBe(before.active.kid);
});

test("in place of a dropped active key the next one signs at once, and another one waits", async () => {
  const file = await aFile();
  const [leaked, next] = [await kidOf(file, "active"), await kidOf(file, "next")];

  await dropSigningKeys(file, { now, kids: [leaked] });

  const { active, verifying } = await ringOf(file);
  expect(active.kid).toBe(next);
  expect(verifying.has(leaked)).toBe(false);
  expect(await kidOf(file, "next")).not.toBe("");
});

test("a dropped key is replaced where it waited, and missed where it retired", async () => {
  const file = await aFile();
  await rotateSigningKeys(file, { now: inAnHour });
  const [active, ...dropped] = [await kidOf(file, "active"), await kidOf(file, "next"), await kidOf(file, "retiring")];

  await dropSigningKeys(file, { now: inAnHour, kids: dropped });

  const keys = await readSigningKeys(file);
  expect(keys.map(({ state }) => state)).toEqual(["active", "next"]);
  expect(keys[0]?.kid).toBe(active);
  expect(keys.map(({ kid }) => kid)).not.toContain(dropped[0]);
});

test("a key that is not there cannot be dropped, and the others stay", async () => {
  const file = await aFile();
  const text = textOf(file);

  await expect(dropSigningKeys(file, { now, kids: [await kidOf(file, "next"), "nobody"] })).rejects.toThrow("nobody");

  expect(textOf(file)).toBe(text);
});

test("after a leak of the file none of its keys is left", async () => {
  const file = await aFile();
  const leaked = await ringOf(file);

  await dropSigningKeys(file, { now, kids: "all" });

  const { verifying } = await ringOf(file);
  for (const kid of leaked.verifying.keys()) expect(verifying.has(kid)).toBe(false);
});

test("of two changes at once none is lost: the second is refused and told how to go on", async () => {
  const file = await aFile();
  const [active, next] = [await kidOf(file, "active"), await kidOf(file, "next")];

  const outcomes = await Promise.allSettled([active, next].map((kid) => dropSigningKeys(file, { now, kids: [kid] })));

  const refused = outcomes.filter(({ status }) => status === "rejected");
  expect(refused).toMatchObject([{ reason: { message: expect.stringContaining(`remove ${file}.new`) } }]);
  await dropSigningKeys(file, { now, kids: [outcomes[0]?.status === "rejected" ? active : next] });
  const kids = (await readSigningKeys(file)).map(({ kid }) => kid);
  expect(kids).not.toContain(active);
  expect(kids).not.toContain(next);
});

test("everybody may know the public part of every key, the waiting one's too, and nobody the rest", async () => {
  const file = await aFile();
  await rotateSigningKeys(file, { now: inAnHour });

  const { published } = await ringOf(file, inAnHour);

  const states = await Promise.all((["active", "next", "retiring"] as const).map((state) => kidOf(file, state)));
  expect(published.keys.map(({ kid }) => kid)).toEqual(states);
  for (const key of published.keys)
    expect(Object.keys(key).toSorted()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
});
