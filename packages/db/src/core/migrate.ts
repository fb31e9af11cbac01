import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
// oxlint-disable-next-line no-restricted-imports -- DDL, set local and advisory locks have no builder
import { sql, type Kysely } from "kysely";

/** A step of the schema: its file's name without the ending, what it does, and the SHA-256 of its file. */
export interface Migration {
  name: string;
  checksum: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** The chain in the database and the chain in the code are not the same; the message lists each fault with its repair. */
export class MigrationProblem extends Error {
  override readonly name = "MigrationProblem";
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

type Known = Pick<Migration, "name" | "checksum">;

const LOCK = 0x76697472;
const LOCK_NOT_AVAILABLE = "55P03";
const TRIES = 5;

/**
 * Brings the database to the end of the list, each migration in its own transaction, safely from several processes at
 * once. Returns the names of those applied now. Throws MigrationProblem if what was applied before differs from the list.
 */
export async function migrate(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<string[]> {
  await createTable(db);
  const applied: string[] = [];
  for (let next = await applyNext(db, migrations); next; next = await applyNext(db, migrations)) applied.push(next);
  return applied;
}

async function applyNext(
  db: Kysely<unknown>,
  migrations: readonly Migration[],
  attempt = 1,
): Promise<string | undefined> {
  try {
    return await db.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = 0; set local lock_timeout = 0`.execute(transaction);
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
      const done = await readApplied(transaction);
      const problems = compareChains(done, migrations);
      if (problems.length > 0) throw new MigrationProblem(problems);
      const next = migrations[done.length];
      if (!next) return undefined;
      await sql`set local lock_timeout = '2s'`.execute(transaction);
      await runStep(next, transaction);
      await sql`insert into public.schema_migration (name, checksum) values (${next.name}, ${next.checksum})`.execute(
        transaction,
      );
      return next.name;
    });
  } catch (error) {
    const busy = (error as { code?: string }).code === LOCK_NOT_AVAILABLE;
    if (!busy || attempt === TRIES) throw error;
    await sleep(attempt * 500);
    return applyNext(db, migrations, attempt + 1);
  }
}

async function runStep(migration: Migration, transaction: Kysely<unknown>): Promise<void> {
  try {
    await migration.up(transaction);
  } catch (error) {
    if (error instanceof Error) error.message = `Migration ${migration.name} failed and was undone: ${error.message}`;
    throw error;
  }
}

/**
 * Compares database, list and folder, and says of each fault what the database has, what the folder has and how to
 * repair it. Nothing is changed. `pending` are the migrations still to be applied.
 */
export async function checkMigrations(
  db: Kysely<unknown>,
  migrations: readonly Migration[],
  folder: string,
): Promise<{ problems: string[]; pending: string[] }> {
  const files = await readFolder(folder);
  const done = (await hasTable(db)) ? await readApplied(db) : [];
  const problems = [...new Set([...compareChains(done, files), ...compareFolder(files, migrations)])];
  const names = new Set(done.map(({ name }) => name));
  return { problems, pending: files.map(({ name }) => name).filter((name) => !names.has(name)) };
}

/** Names and checksums of the migration files in a folder, in order; line endings do not count. */
export async function readFolder(folder: string): Promise<Known[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.ts$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (file) => {
      const text = await readFile(path.join(folder, file), "utf8");
      const checksum = createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
      return { name: file.replace(/\.ts$/, ""), checksum };
    }),
  );
}

/** Faults between what a database has applied and what the code has: missing, renamed, reordered, edited. */
function compareChains(done: readonly Known[], code: readonly Known[]): string[] {
  const problems: string[] = [];
  for (const [index, applied] of done.entries()) {
    const same = code.find(({ name }) => name === applied.name);
    const place = `number ${index + 1} of the database is ${applied.name}`;
    if (!same) {
      problems.push(describeAbsent(place, applied, code));
    } else if (same.checksum !== applied.checksum) {
      problems.push(
        `${applied.name} was edited after it had been applied: the database has ${short(applied)}, the folder has ${short(same)}. ` +
          `Restore the file from version control and put the change into a new migration (pnpm db make).`,
      );
    } else {
      const before = code
        .slice(0, code.indexOf(same))
        .filter(({ name }) => !done.slice(0, index).some((other) => other.name === name));
      for (const intruder of before) problems.push(describeIntruder(place, intruder, done));
    }
  }
  return [...new Set(problems)];
}

function describeAbsent(place: string, applied: Known, code: readonly Known[]): string {
  const twin = code.find(({ checksum }) => checksum === applied.checksum);
  if (twin) {
    return `${applied.name} was renamed: ${place}, the folder has the same text as ${twin.name}. Name the file ${applied.name}.ts again.`;
  }
  return (
    `${applied.name} is missing: ${place} (${short(applied)}), the folder has no such file. ` +
    `Restore it from version control (git log --diff-filter=D -- '*${applied.name}.ts' shows the commit that deleted it), ` +
    `or, if this database is ahead of this code, run the newer code.`
  );
}

function describeIntruder(place: string, intruder: Known, done: readonly Known[]): string {
  if (done.some(({ name }) => name === intruder.name)) {
    return `${intruder.name} was reordered: ${place}, the folder has ${intruder.name} before it. Restore the order by their numbers.`;
  }
  return (
    `${intruder.name} was inserted: ${place}, the folder has ${intruder.name} before it, which the database has not applied. ` +
    `Give it the next free number: migrations only go forward.`
  );
}

function compareFolder(files: readonly Known[], migrations: readonly Known[]): string[] {
  const problems: string[] = [];
  for (const file of files) {
    const listed = migrations.find(({ name }) => name === file.name);
    if (!listed)
      problems.push(
        `${file.name} is in the folder but not in the list: add it to migrations/index.ts, then run pnpm db seal.`,
      );
    else if (listed.checksum !== file.checksum) {
      problems.push(
        `${file.name} differs from manifest.json: the manifest has ${short(listed)}, the folder has ${short(file)}. ` +
          `Restore the file from version control; only if it never left this machine, run pnpm db seal.`,
      );
    }
  }
  for (const { name } of migrations) {
    if (!files.some((file) => file.name === name)) {
      problems.push(`${name} is in the list but not in the folder: restore ${name}.ts from version control.`);
    }
  }
  const order = migrations.map(({ name }) => name);
  if (order.join() !== order.toSorted().join())
    problems.push("The list in migrations/index.ts is not in the order of its numbers: sort it.");
  return problems;
}

const short = ({ checksum }: Known) => `checksum ${checksum.slice(0, 12)}`;

async function createTable(db: Kysely<unknown>): Promise<void> {
  if (await hasTable(db)) return;
  await sql`
    create table if not exists public.schema_migration (
      position integer generated always as identity primary key,
      name text not null unique,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`.execute(db);
}

async function hasTable(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select to_regclass('public.schema_migration') is not null as found`.execute(db);
  return rows[0]?.found ?? false;
}

async function readApplied(db: Kysely<unknown>): Promise<Known[]> {
  const { rows } = await sql<Known>`select name, checksum from public.schema_migration order by position`.execute(db);
  return rows;
}
