import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { dbFiles, domainFiles, migrationText } from "./lower-floors.ts";
import { type Names, namesOf } from "./names.ts";
import { documentFiles, wireFiles } from "./upper-floors.ts";
import { wirings } from "./wiring.ts";

const HELP = `pnpm new:domain <name>: a new room on every floor

Makes the folder <name> in packages/domain, packages/db, packages/api-contract and apps/api, with a small slice that
works: list and add, its refusal, its tests; a migration; a page in docs/use-cases. Tells the map of rooms, the policy,
the contract, the services and the router about it. <name> is kebab-case and plural where there are many of them: gift-cards.`;

/**
 * Builds the room in the house at `root`.
 * @returns what is left to do by hand
 * @throws when the name is not one, or is taken
 */
export function newDomain(root: string, room: string): string[] {
  const names = namesOf(room);
  const files = { ...domainFiles(names), ...dbFiles(names), ...wireFiles(names), ...documentFiles(names) };
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) throw new Error(`The room exists: ${taken[0]}`);

  for (const [file, text] of Object.entries(files)) write(join(root, file), text);
  const migration = writeMigration(root, names);
  const left = wire(root, names);
  run(
    root,
    "node_modules/oxfmt/bin/oxfmt",
    ...Object.keys(files),
    migration,
    ...wirings(names).map(({ file }) => file),
  );
  run(root, "packages/db/src/cli.ts", "seal");
  return [...left, ...stepsByHand(names)];
}

function writeMigration(root: string, names: Names): string {
  run(root, "packages/db/src/cli.ts", "make", names.schema);
  const [file] = globSync(`packages/db/src/migrations/*_${names.schema}.ts`, { cwd: root });
  if (!file) throw new Error(`pnpm db make wrote no migration named ${names.schema}`);
  write(join(root, file), migrationText(names));
  return file;
}

function run(root: string, script: string, ...words: string[]): void {
  execFileSync(process.execPath, [join(root, script), ...words], { cwd: root });
}

function wire(root: string, names: Names): string[] {
  return wirings(names).flatMap(({ file, edit, byHand }) => {
    const path = join(root, file);
    const edited = existsSync(path) ? edit(readFileSync(path, "utf8")) : undefined;
    if (edited === undefined) return [`${file}: ${byHand}`];
    write(path, edited);
    return [];
  });
}

const stepsByHand = ({ room, key }: Names): string[] => [
  `apps/api/src/{authorisation,idempotency}.integration.test.ts: an input for ${key}.list and ${key}.add`,
  `the web: a sentence for each refusal of ${room} in both languages`,
  "pnpm db diagram, then npm test",
];

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (import.meta.main) {
  const [room] = process.argv.slice(2);
  if (!room || room.startsWith("-")) {
    console.log(HELP);
    process.exit(room === "--help" || room === "-h" ? 0 : 2);
  }
  try {
    const left = newDomain(resolve(import.meta.dirname, "../../.."), room);
    console.log(`The room ${room} stands. What is left:\n${left.map((step) => `  ${step}`).join("\n")}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
