import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { EmbeddedPostgresError, explainFailure, unwritable, type Binaries } from "./embedded-binaries.ts";

const VERSION = "18";

interface ClusterOptions {
  dataDir: string;
  durable: boolean;
}

/** Builds the cluster beside its place and moves it there, so that a kill leaves no half of one behind. */
export async function initialise(binaries: Binaries, { dataDir, durable }: ClusterOptions): Promise<void> {
  removeUnfinished(dataDir);
  const fresh = `${dataDir}.new-${process.pid}`;
  makeFolder(fresh);
  fs.chmodSync(fresh, 0o700);
  if (binaries.owner !== undefined) fs.chownSync(fresh, binaries.owner, binaries.owner);
  const args = ["-D", fresh, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions"];
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const child = binaries.spawn("initdb", [...args, ...locale, ...(durable ? [] : ["--no-sync"])], {
    stdio: ["ignore", "pipe", "pipe"],
    env: cleanEnvironment(),
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.on("error", (error) => (output += String(error)));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw explainFailure(output, dataDir);
  }
  try {
    fs.renameSync(fresh, dataDir);
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true });
    if (!fs.existsSync(path.join(dataDir, "PG_VERSION"))) throw error;
  }
}

function removeUnfinished(dataDir: string): void {
  const parent = path.dirname(dataDir);
  const prefix = `${path.basename(dataDir)}.new-`;
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
    }
  }
}

export function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch {
    throw unwritable(folder);
  }
}

export function checkVersion(dataDir: string): void {
  const version = fs.readFileSync(path.join(dataDir, "PG_VERSION"), "utf8").trim();
  if (version === VERSION) return;
  throw new EmbeddedPostgresError(
    `${dataDir} holds data of PostgreSQL ${version}, this version of the shop comes with ${VERSION}: ` +
      `move the data by a dump, or set DATABASE_URL to a PostgreSQL of that version.`,
  );
}

/** Root runs PostgreSQL under another uid from folder to folder; the data follows. */
export function handOver({ owner }: Binaries, dataDir: string): void {
  if (owner === undefined) {
    try {
      return fs.accessSync(path.join(dataDir, "PG_VERSION"), fs.constants.W_OK);
    } catch {
      throw unwritable(dataDir);
    }
  }
  if (fs.statSync(path.join(dataDir, "PG_VERSION")).uid === owner && fs.statSync(dataDir).uid === owner) return;
  for (const name of ["", ...fs.readdirSync(dataDir, { recursive: true, encoding: "utf8" })]) {
    fs.lchownSync(path.join(dataDir, name), owner, owner);
  }
}

export function readLock(dataDir: string): { pid: number; socketDir: string } | undefined {
  try {
    const lines = fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), socketDir: lines[4] ?? "" };
  } catch {
    return undefined;
  }
}

/** After a crash another program may have got the number that the lock names; PostgreSQL itself would wait for it. */
export function removeStaleLock(dataDir: string): void {
  const lock = readLock(dataDir);
  if (!lock) return;
  const command = path.join("/proc", String(lock.pid), "comm");
  if (
    fs.existsSync("/proc/self/comm") &&
    fs.existsSync(command) &&
    !fs.readFileSync(command, "utf8").startsWith("postgres")
  ) {
    fs.rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
  }
}

export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function cleanEnvironment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", TMPDIR: os.tmpdir(), LC_ALL: "C" };
}
