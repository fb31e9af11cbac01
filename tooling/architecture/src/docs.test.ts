import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { HOUSE } from "./house-copy.ts";

const INDEX = "docs/use-cases/README.md";
const pages = globSync("docs/use-cases/*.md", { cwd: HOUSE }).filter((page) => page !== INDEX);
const read = (file: string) => readFileSync(join(HOUSE, file), "utf8");

/** The cells of each row that begins with an id, in a table of the form `| Id | … |`. */
const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => /^\| *(?:–|[A-Z]+-\d)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** The whole numbers from one to another, both included. */
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

/** `AUTH-09 to -12, -15` says AUTH-09, AUTH-10, AUTH-11, AUTH-12 and AUTH-15. */
function idsOf(cell: string): string[] {
  const room = /^[A-Z]+/.exec(cell)?.[0] ?? "";
  return Array.from(cell.matchAll(/-(\d+)(?: to -(\d+))?/g), ([, first, last = first]) => {
    return range(Number(first), Number(last)).map((number) => `${room}-${String(number).padStart(2, "0")}`);
  }).flat();
}

/** Files that "D `cart.test.ts`, B and A `cart.integration.test.ts`" names, by the page's `D = folder`. */
function namedFiles(cell: string, text: string): string[] {
  const folders = new Map(
    Array.from(text.matchAll(/\b([A-Z]) = `([^`]+)`/g), ([, letter, folder]) => [letter, folder]),
  );
  let current = [""];
  return Array.from(cell.matchAll(/(?:\b([A-Z])(?: and ([A-Z]))? )?`([^`]+)`/g), ([, one, other, name = ""]) => {
    if (one) current = [one, other].flatMap((letter) => (letter ? [folders.get(letter) ?? `unknown ${letter}`] : []));
    return existsSync(join(HOUSE, name)) ? [name] : current.map((folder) => join(folder, name));
  }).flat();
}

describe.each(pages)("%s", (page) => {
  const text = read(page);

  test("what is said to work is proven by a file that exists", () => {
    const missing = rowsOf(text).flatMap(([id, , state = "", proof = ""]) => {
      const files = namedFiles(proof, text);
      const absent = files.filter((file) => !existsSync(join(HOUSE, file)));
      return state.startsWith("works") && files.length === 0 ? [`${id} names nothing`] : absent;
    });

    expect(missing).toEqual([]);
  });

  test("each row says works, thin or open", () => {
    expect(rowsOf(text).filter(([, , state = ""]) => !/^(?:works|thin|open)\b/.test(state))).toEqual([]);
  });
});

/** The rows of the attacks on accounts, sessions and requests. */
const ATTACKS = [3, ...range(5, 15), 19, ...range(22, 25), 32, 33, ...range(35, 38)];

test("each attack on accounts, sessions and requests is held by tests that exist, each seen to fail on a planted fault", () => {
  const text = read("docs/attacks.md");
  const rows = rowsOf(text);
  const faults = rows.flatMap(([id, , proof = "", planted = ""]) => {
    const lost = proof.split(/; (?=[A-Z] `)/).flatMap((part) => {
      const [file = ""] = namedFiles(part, text);
      const titles = Array.from(part.matchAll(/"([^"]+)"/g), ([, title = ""]) => title);
      if (!existsSync(join(HOUSE, file)) || titles.length === 0) return [`${id} ${part}`];
      return titles.filter((title) => !read(file).includes(title)).map((title) => `${id} ${title}`);
    });
    return planted === "" ? [...lost, `${id} was never planted`] : lost;
  });

  expect(faults).toEqual([]);
  expect(rows.map(([id]) => id)).toEqual(ATTACKS.map((number) => `T-${String(number).padStart(2, "0")}`));
});

test("each of the 164 use cases is on exactly one page", () => {
  const promised = rowsOf(read(INDEX)).flatMap(([id = ""]) => idsOf(id));
  const told = pages.flatMap((page) => rowsOf(read(page)).flatMap(([id = ""]) => idsOf(id)));

  expect(promised).toHaveLength(164);
  expect(told.toSorted()).toEqual(promised.toSorted());
});

test("decisions are numbered without a gap, indexed, and say what was asked, decided and rejected", () => {
  const records = globSync("docs/adr/[0-9]*.md", { cwd: HOUSE }).toSorted();
  const index = read("docs/adr/README.md");
  const faults = records.filter((file, at) => {
    const number = String(at + 1).padStart(4, "0");
    const name = file.slice("docs/adr/".length);
    const parts = [`# ${number}: `, "## Question\n", "## Decision\n", "## Rejected\n", "## Price\n"];
    return (
      !name.startsWith(`${number}-`) ||
      !index.includes(`./${name}`) ||
      !parts.every((part) => read(file).includes(part))
    );
  });

  expect(faults).toEqual([]);
});

test("no link of the documents leads nowhere", () => {
  const documents = globSync(["*.md", "docs/**/*.md", "{apps,packages,tooling,examples,bench}/*/README.md"], {
    cwd: HOUSE,
    exclude: (path) => path.includes("node_modules"),
  });
  const dead = documents.flatMap((file) =>
    Array.from(read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g), ([, link = ""]) => link)
      .filter((link) => !existsSync(join(HOUSE, dirname(file), link)))
      .map((link) => `${file}: ${link}`),
  );

  expect(dead).toEqual([]);
});
