import { execFile } from "node:child_process";
import { cpSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Findings } from "./cruise.ts";
import { type Copy, copyHouse, emptyCopy, HOUSE } from "./house-copy.ts";
import { forbiddenCode, lawfulCode } from "./planted-code.ts";
import { forbiddenImports, type Planted } from "./planted-imports.ts";
import { rules } from "./rules.ts";

const CRUISE = join(import.meta.dirname, "cruise.ts");
const title = ({ rule, file }: Planted) => `${rule} in ${file}`;

/** Runs a checker in a folder; a checker that finds something exits with an error, which is not one here. */
function run(cwd: string, ...command: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      done({ code: error ? 1 : 0, stdout, stderr }),
    );
  });
}

describe("the boundaries", () => {
  let copy: Copy;
  let found: Set<string>;

  beforeAll(async () => {
    copy = copyHouse();
    for (const { file, code } of forbiddenImports) copy.write(file, code);

    const { stdout, stderr } = await run(copy.root, CRUISE, "--json");
    expect(stderr).toBe("");
    const { violations } = JSON.parse(stdout) as Findings;
    const files = ({ from, cycle = [] }: Findings["violations"][number]) => [from, ...cycle.map(({ name }) => name)];
    found = new Set(
      violations.flatMap((violation) => files(violation).map((file) => `${violation.rule.name} in ${file}`)),
    );
  }, 180_000);
  afterAll(() => copy[Symbol.dispose]());

  test.for(forbiddenImports.map(title))("a forbidden import is seen: %s", (planted) => {
    expect(found).toContain(planted);
  });

  test("no rule is without a probe", () => {
    const probed = new Set(forbiddenImports.map(({ rule }) => rule));

    expect(rules.map(({ name }) => name).filter((name) => !probed.has(name ?? ""))).toEqual([]);
  });

  test("the house as it stands obeys them", { timeout: 180_000 }, async () => {
    const { stdout, stderr } = await run(HOUSE, CRUISE);

    expect(stdout + stderr).toMatch(/^\d+ modules cruised, 0 violations\n$/);
  });

  test("a house in which nothing could be read is not called clean", { timeout: 180_000 }, async () => {
    using empty = emptyCopy();
    empty.write("packages/domain/src/core/index.js", "export {};");
    empty.write("apps/api/package.json", "{}");

    const { code, stderr } = await run(empty.root, CRUISE);

    expect(code).toBe(1);
    expect(stderr).toContain("dependency-cruiser read 0 files");
  });
});

describe("the linter", () => {
  let copy: Copy;
  let found: string[];

  beforeAll(async () => {
    copy = emptyCopy();
    cpSync(join(HOUSE, ".oxlintrc.json"), join(copy.root, ".oxlintrc.json"));
    cpSync(join(HOUSE, "tooling/architecture/src/lint"), join(copy.root, "tooling/architecture/src/lint"), {
      recursive: true,
    });
    copy.write(
      "tsconfig.json",
      JSON.stringify({ compilerOptions: { strict: true, allowImportingTsExtensions: true, noEmit: true } }),
    );
    for (const { file, code } of [...forbiddenCode, ...lawfulCode]) copy.write(file, code);
    const oxlint = join(HOUSE, "node_modules/oxlint/bin/oxlint");

    const { stdout } = await run(copy.root, oxlint, "--type-aware", "-f", "json", "packages", "apps", "scripts");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    found = diagnostics.map(
      ({ code, filename }) => `${code.replace(/^eslint\((.*)\)$/, "$1").replace(/\((.*)\)$/, "/$1")} in ${filename}`,
    );
  }, 180_000);
  afterAll(() => copy[Symbol.dispose]());

  test.for(forbiddenCode.map(title))("forbidden code is seen: %s", (planted) => {
    expect(found).toContain(planted);
  });

  test.for(lawfulCode.map(({ file }) => file))("lawful code is left alone: %s", (file) => {
    expect(found.filter((finding) => finding.endsWith(file))).toEqual([]);
  });

  test("no file sets all rules aside", () => {
    const sources = globSync("{packages,apps,tooling,scripts,e2e,bench,examples}/**/*.{ts,tsx,mjs}", {
      cwd: HOUSE,
      exclude: (path) => /(?:^|[\\/])(?:node_modules|dist)$|\.gen\.ts$/.test(path),
    });
    const blanket = /^[ \t]*\/\*\s*(?:oxlint|eslint)-disable\s*(?:--[^]*?)?\*\//m;

    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => blanket.test(readFileSync(join(HOUSE, file), "utf8")))).toEqual([]);
  });

  test("no rule is without a probe", () => {
    const config = JSON.parse(readFileSync(join(HOUSE, ".oxlintrc.json"), "utf8")) as {
      rules: Record<string, unknown>;
      overrides: { rules: Record<string, unknown> }[];
    };
    const configured = [config.rules, ...config.overrides.map((override) => override.rules)].flatMap((some) =>
      Object.keys(some).filter((rule) => some[rule] !== "off"),
    );
    const probed = new Set(forbiddenCode.map(({ rule }) => rule));

    expect(configured.filter((rule) => !probed.has(rule))).toEqual([]);
  });
});
