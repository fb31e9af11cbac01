import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startEmbedded } from "./embedded.ts";

async function aFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "vitrina test "));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return path.join(folder, "deep", "and deeper", "postgres");
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

test("what was written is there after a restart, in a path with spaces", async () => {
  const dataDir = await aFolder();
  const first = await startEmbedded({ dataDir });
  await query(first.connectionString, "create table kept as select 1 as id");
  await first.stop();

  const second = await startEmbedded({ dataDir });
  onTestFinished(second.stop);

  expect(await query(second.connectionString, "select id from kept")).toEqual([{ id: 1 }]);
});

test("after a kill -9 of the server the next start recovers and loses nothing", async () => {
  const dataDir = await aFolder();
  const first = await startEmbedded({ dataDir });
  await query(first.connectionString, "create table kept as select 1 as id");
  process.kill(Number.parseInt(await readFile(path.join(dataDir, "postmaster.pid"), "utf8")), "SIGKILL");

  const second = await startEmbedded({ dataDir });
  onTestFinished(second.stop);

  expect(await query(second.connectionString, "select id from kept")).toEqual([{ id: 1 }]);
});

test("a server that already serves the folder is shared, not started twice", async () => {
  const dataDir = await aFolder();
  const first = await startEmbedded({ dataDir });

  const second = await startEmbedded({ dataDir });
  onTestFinished(second.stop);

  expect(second.connectionString).toBe(first.connectionString);
});

test("a folder that cannot be made is refused by one sentence with the cure", async () => {
  const refused = startEmbedded({ dataDir: path.join("/dev/null", "postgres") });

  await expect(refused).rejects.toThrow("This user may not write to /dev/null: give it that right");
});
