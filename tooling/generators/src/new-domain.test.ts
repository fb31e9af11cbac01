import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Copy, copyHouse, HOUSE } from "@vitrina/architecture/house-copy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newDomain } from "./new-domain.ts";

const ROOM = "gift-cards";
const COMPILER = join(HOUSE, "node_modules/typescript/bin/tsc");
const LINTER = join(HOUSE, "node_modules/oxlint/bin/oxlint");
const FORMATTER = join(HOUSE, "node_modules/oxfmt/bin/oxfmt");

let copy: Copy;
let left: string[];

/** What a tool that was run in a folder of the copy had to say. */
function said(folder: string, ...command: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: join(copy.root, folder), encoding: "utf8" });
  return stdout + stderr;
}

beforeAll(() => {
  copy = copyHouse();
  left = newDomain(copy.root, ROOM);
}, 120_000);
afterAll(() => copy[Symbol.dispose]());

test("a new room is told to the map, the policy, the contract, the database, the services and the router", () => {
  expect(left).toHaveLength(3);
});

test.for(["packages/domain", "apps/api"])("a new room compiles in %s", { timeout: 180_000 }, (floor) => {
  expect(said(floor, COMPILER)).toBe("");
});

test("a new room keeps to the boundaries", { timeout: 180_000 }, () => {
  const findings = said("", join(copy.root, "tooling/architecture/src/cruise.ts"));

  expect(findings).toContain("modules cruised");
  expect(findings.split("\n").filter((line) => line.includes(ROOM))).toEqual([]);
});

test("a new room passes its own first tests", { timeout: 180_000 }, () => {
  const vitest = join(copy.root, "packages/domain/node_modules/vitest/vitest.mjs");

  expect(said("packages/domain", vitest, "run", `/${ROOM}/`)).toMatch(/Tests.*2 passed/);
});

test("a new room is formatted and lints clean", { timeout: 180_000 }, () => {
  const folders = ["packages/domain", "packages/db", "packages/api-contract", "apps/api"].map(
    (floor) => `${floor}/src/${ROOM}`,
  );

  expect(said("", FORMATTER, "--check", ...folders)).toContain("All matched files use the correct format");
  expect(said("", LINTER, "--deny-warnings", ...folders)).toContain("Found 0 warnings and 0 errors");
});

test("a name that is taken or is none is refused before anything is written", () => {
  expect(() => newDomain(copy.root, ROOM)).toThrow("The room exists");
  expect(() => newDomain(copy.root, "Gift Cards")).toThrow("kebab-case");
  expect(existsSync(join(copy.root, "packages/domain/src/Gift Cards"))).toBe(false);
});
