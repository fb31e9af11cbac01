import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";
import { HOUSE } from "./house-copy.ts";

/** What runs in the shop's own process: pages are rendered there too. */
const SOURCES = "{apps,packages}/*/src/**/*.{ts,tsx}";
const NOT_IN_THE_SHOP = /\.(?:test|spec|suite|fake|gen)\.tsx?$|\/(?:testing|scratch|embedded)[^/]*\.ts$|\/migrations\//;
/** Takes the square of a text's length, and is only shown texts of so many characters. */
const BOUNDED: Record<string, string> = {
  '[^\\s@"<>(),;:]+@[^\\s@"<>(),;:]+': "states in the audit trail, of fields that the contract bounds",
  "^-+|-+$": "names of goods, 200",
  "\\bVersion\\/(\\d+)[\\d.]* (?:Mobile\\/\\w+ )?Safari\\/": "a browser's name of itself, cut at 300",
  "(\\p{L})?\\s*–\\s*": "a pair of dates, written by Intl",
  "\\/+$": "PUBLIC_URL, by whoever runs the shop",
  "=+$": "base64 of our own bytes",
};

/** A regular expression literal. */
interface Pattern {
  source: string;
  flags: string;
}

const isObject = (node: unknown): node is Record<string, unknown> => typeof node === "object" && node !== null;

function patternsIn(node: unknown): Pattern[] {
  if (!isObject(node)) return [];
  const { regex } = node;
  if (isObject(regex)) return [{ source: String(regex["pattern"]), flags: String(regex["flags"]) }];
  return Object.values(node).flatMap(patternsIn);
}

/** Each regular expression of a text. */
const readPatterns = (text: string, file: string) =>
  patternsIn(parseAst(text, { lang: file.endsWith("x") ? "tsx" : "ts" }, file));

/** Null unless some text keeps the process busy for longer than its length excuses. */
function danger({ source, flags }: Pattern): string | null {
  const verdict = checkSync(source, flags, { timeout: 60_000, randomSeed: 1 });
  if (verdict.status === "safe") return null;
  if (verdict.status === "unknown") return "not to be judged";
  const { attack, checker, complexity } = verdict;
  // The fuzzer believes a clock, which a busy machine holds up too.
  const doubtful = checker === "fuzz" && complexity.type === "polynomial";
  return doubtful && !isBusyWith(attack.string, new RegExp(source, flags)) ? null : complexity.type;
}

/** Whether that text costs more than a tenth of a second of processor time. */
function isBusyWith(text: string, pattern: RegExp): boolean {
  const before = process.threadCpuUsage();
  pattern.test(text);
  return process.threadCpuUsage(before).user > 100_000;
}

test("no text keeps a regular expression of the shop busy (T-22)", { timeout: 300_000 }, () => {
  const files = globSync(SOURCES, { cwd: HOUSE }).filter((file) => !NOT_IN_THE_SHOP.test(file));
  const patterns = files.flatMap((file) => readPatterns(readFileSync(join(HOUSE, file), "utf8"), file));
  const distinct = new Map(patterns.map((pattern) => [pattern.source + pattern.flags, pattern]));

  const faults = [...distinct.values()].flatMap((pattern) => {
    const found = danger(pattern);
    return found === null || (found === "polynomial" && BOUNDED[pattern.source])
      ? []
      : [`${pattern.source} is ${found}`];
  });

  expect(distinct.size).toBeGreaterThan(80);
  expect(faults).toEqual([]);
  const sources = new Set(patterns.map(({ source }) => source));
  expect(Object.keys(BOUNDED).filter((source) => !sources.has(source))).toEqual([]);
});

test("the check sees the expression that held up other shops (Solidus CVE-2021-43805)", () => {
  const [pattern] = readPatterns("const EMAIL = /^([a-z0-9]+[-_.]?)+@[a-z]+$/i;", "email.ts");

  expect(pattern && danger(pattern)).toBe("exponential");
});
