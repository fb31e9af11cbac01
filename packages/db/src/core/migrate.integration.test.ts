import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { migrations } from "@vitrina/db/migrations";
import { testDatabase } from "@vitrina/db/testing";
import { sql, type Kysely } from "kysely";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { checkMigrations, migrate, MigrationProblem, readFolder, type Migration } from "./migrate.ts";
import { seal } from "./seal.ts";

const ours = path.join(import.meta.dirname, "..", "migrations");
const untouched = testDatabase<unknown>();

/** A chain of three in a folder of its own, as a checkout would hold it. */
async function aCheckout() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "vitrina-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of ["0001_shelves", "0002_labels", "0003_lamps"]) {
    await writeFile(path.join(folder, `${name}.ts`), `export const makes = "${name}";\n`);
  }
  const load = async (): Promise<Migration[]> =>
    (await readFolder(folder)).map((file) => ({
      ...file,
      up: async (db) =>
        void (await sql`create table ${sql.table(`public.${file.name.slice(5)}`)} (id int)`.execute(db)),
    }));
  return { folder, load, file: (name: string) => path.join(folder, `${name}.ts`) };
}

describe("on an empty database", () => {
  const database = testDatabase<unknown>();
  let db: Kysely<unknown>;
  beforeEach(async () => {
    db = database.db;
    await sql`drop table if exists public.shelves, public.labels, public.lamps`.execute(db);
    await sql`truncate public.schema_migration restart identity`.execute(db);
  });

  test("an intermediate file was deleted and the chain is restored", async () => {
    const { folder, load, file } = await aCheckout();
    const chain = await load();
    await migrate(db, chain);
    const saved = await readFile(file("0002_labels"), "utf8");
    await rm(file("0002_labels"));

    const broken = await checkMigrations(db, chain, folder);
    const refused = migrate(db, await load());
    await expect(refused).rejects.toThrow(MigrationProblem);
    await writeFile(file("0002_labels"), saved);
    const restored = await checkMigrations(db, chain, folder);

    expect(broken.problems.join("\n")).toMatch(
      /0002_labels is missing: number 2 of the database .*git log --diff-filter=D/,
    );
    expect(restored).toEqual({ problems: [], pending: [] });
    expect(await migrate(db, await load())).toEqual([]);
  });

  test("a renamed file is named with its old and its new name", async () => {
    const { load, file } = await aCheckout();
    await migrate(db, await load());
    await rename(file("0002_labels"), file("0002_tags"));

    const refused = migrate(db, await load());

    await expect(refused).rejects.toThrow(/0002_labels was renamed: .*the same text as 0002_tags/);
  });

  test("an edited file is named with both checksums", async () => {
    const { load, file } = await aCheckout();
    await migrate(db, await load());
    await writeFile(file("0001_shelves"), "export const makes = 'something else';\n");

    const refused = migrate(db, await load());

    await expect(refused).rejects.toThrow(
      /0001_shelves was edited .*database has checksum \w+, the folder has checksum \w+/,
    );
  });

  test("a file put between those already applied is refused", async () => {
    const { load, file } = await aCheckout();
    await migrate(db, await load());
    await writeFile(file("0002_between"), "export {};\n");

    const refused = migrate(db, await load());

    await expect(refused).rejects.toThrow(/0002_between was inserted: number 2 of the database is 0002_labels/);
  });

  test("files in another order than they were applied are refused", async () => {
    const { load } = await aCheckout();
    const [first, second, third] = (await load()) as [Migration, Migration, Migration];
    await migrate(db, [first, second, third]);

    const refused = migrate(db, [second, first, third]);

    await expect(refused).rejects.toThrow(/0002_labels was reordered/);
  });

  test("a file that is not in the list is named, as is one that differs from the manifest", async () => {
    const { folder, load, file } = await aCheckout();
    const listed = (await load()).slice(0, 2);
    await copyFile(file("0003_lamps"), file("0002_labels"));

    const { problems } = await checkMigrations(db, listed, folder);

    expect(problems.join("\n")).toContain("0003_lamps is in the folder but not in the list");
    expect(problems.join("\n")).toContain("0002_labels differs from manifest.json");
  });

  test("several processes may migrate at once", async () => {
    const { load } = await aCheckout();
    const chain = await load();

    const runs = await Promise.all([migrate(db, chain), migrate(db, chain), migrate(db, chain)]);

    expect(runs.flat().toSorted()).toEqual(["0001_shelves", "0002_labels", "0003_lamps"]);
  });

  test("a migration that fails is undone, and those before it stay", async () => {
    const { load } = await aCheckout();
    const [first, second] = (await load()) as [Migration, Migration];
    const failing: Migration = {
      ...second,
      up: async (tx) => void (await sql`create table public.labels (id int); select 1/0`.execute(tx)),
    };

    const refused = migrate(db, [first, failing]);

    await expect(refused).rejects.toThrow("Migration 0002_labels failed and was undone");
    const { rows } =
      await sql`select to_regclass('public.shelves') as first, to_regclass('public.labels') as second`.execute(db);
    expect(rows).toEqual([{ first: "shelves", second: null }]);
  });
});

describe("the shop's own chain", () => {
  test("folder, list and manifest agree", async () => {
    const { problems } = await checkMigrations(untouched.db, migrations, ours);

    expect(problems).toEqual([]);
  });

  test("sealing writes the checksum of every file down", async () => {
    const { folder } = await aCheckout();

    expect(await seal(folder)).toBe(3);

    const manifest = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8"));
    expect(Object.keys(manifest)).toEqual(["0001_shelves", "0002_labels", "0003_lamps"]);
  });
});
