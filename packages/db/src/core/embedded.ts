import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { EmbeddedPostgresError, explainFailure, findBinaries, type Binaries } from "./embedded-binaries.ts";
import {
  checkVersion,
  cleanEnvironment,
  handOver,
  initialise,
  isAlive,
  makeFolder,
  readLock,
  removeStaleLock,
} from "./embedded-data.ts";

export { EmbeddedPostgresError };

const START_WITHIN_MS = 60_000;
const LOCK_RETRY_MS = 15_000;
/** duplicate_database, or unique_violation in its catalogue: another process made it at the same time. */
const ALREADY_THERE = new Set(["42P04", "23505"]);
const BASE_SETTINGS = { listen_addresses: "", timezone: "UTC", jit: "off", max_connections: "200" };
const THROW_AWAY_SETTINGS = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", autovacuum: "off" };

const MEGABYTE = 2 ** 20;
/** Of PostgreSQL's shared buffers, MB. */
const [DEFAULT_BUFFERS, MOST_BUFFERS] = [128, 4096];

/**
 * An eighth of the memory, where that is more than the default: PostgreSQL's manual advises a quarter where nothing else
 * runs. Taken as it is filled. With the default the bits of one search in a large catalogue drive out all others.
 */
function memorySettings(): Record<string, string> {
  const memory = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  const buffers = Math.min(MOST_BUFFERS, Math.floor(memory / 8 / MEGABYTE));
  return buffers > DEFAULT_BUFFERS ? { shared_buffers: `${buffers}MB` } : {};
}

export interface EmbeddedOptions {
  /** Folder of the data; made and initialised when absent. */
  dataDir: string;
  /** Database to make when absent; "vitrina" unless told. */
  database?: string;
  /** False for data that may be lost, as in tests: faster, and the server ends with this process even if it is killed. */
  durable?: boolean;
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  connectionString: string;
  /** The same server, another database. */
  connectionStringTo(database: string): string;
  /** Ends the server, unless another living process began it. */
  stop(): Promise<void>;
}

interface Settings {
  dataDir: string;
  durable: boolean;
  log: (line: string) => void;
}

/**
 * Starts the PostgreSQL that comes from npm on a private unix socket, without TCP; reuses one that already serves this
 * folder, and recovers by itself after any process was killed.
 * Throws EmbeddedPostgresError with a sentence that names the cure.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { database = "vitrina", durable = true, log = () => {} } = options;
  const dataDir = path.resolve(options.dataDir);
  const settings = { dataDir, durable, log };
  makeFolder(path.dirname(dataDir));
  const server = (await adopt(settings)) ?? (await launch(settings));
  const connectionStringTo = (name: string) =>
    `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(server.socketDir)}`;
  await createDatabase(connectionStringTo("postgres"), database);
  return { connectionString: connectionStringTo(database), connectionStringTo, stop: server.stop };
}

async function launch(settings: Settings) {
  const binaries = findBinaries(settings.dataDir);
  try {
    return await launchWith(binaries, settings);
  } catch (error) {
    binaries.dispose();
    throw error;
  }
}

async function launchWith(binaries: Binaries, settings: Settings) {
  const { dataDir, log } = settings;
  if (!fs.existsSync(path.join(dataDir, "PG_VERSION"))) {
    log("Preparing a new database cluster");
    await initialise(binaries, settings);
  }
  checkVersion(dataDir);
  handOver(binaries, dataDir);
  for (const deadline = Date.now() + LOCK_RETRY_MS; ; await sleep(200)) {
    const attempt = await startPostmaster(binaries, settings);
    if (attempt.started) return attempt;
    const held = /lock file .* already exists|shared memory block .* is still in use/.test(attempt.output);
    if (!held || Date.now() > deadline) throw explainFailure(attempt.output, dataDir);
    const running = await adopt(settings);
    if (running) return running;
    removeStaleLock(dataDir);
  }
}

/** Joins the server that already runs on this folder; it is ours to stop when the process that began it is gone. */
async function adopt({ dataDir, log }: Settings) {
  const lock = readLock(dataDir);
  if (!lock || !isAlive(lock.pid) || !(await accepts(lock.socketDir))) return undefined;
  const ownerFile = path.join(dataDir, "vitrina.owner");
  const owner = Number(fs.readFileSync(ownerFile, { encoding: "utf8", flag: "a+" }));
  if (owner && owner !== process.pid && isAlive(owner)) {
    return { socketDir: lock.socketDir, stop: async () => {} };
  }
  log("Taking over the PostgreSQL that a former run left behind");
  fs.writeFileSync(ownerFile, String(process.pid));
  return { socketDir: lock.socketDir, stop: () => stopProcess(lock.pid, lock.socketDir) };
}

async function startPostmaster(binaries: Binaries, { dataDir, durable }: Settings) {
  const socketDir = fs.mkdtempSync(path.join(shortTemporaryFolder(), "vitrina-"));
  if (binaries.owner !== undefined) fs.chownSync(socketDir, binaries.owner, binaries.owner);
  const logFile = path.join(dataDir, "server.log");
  const logHandle = fs.openSync(logFile, "w");
  const values = {
    ...BASE_SETTINGS,
    ...(durable ? memorySettings() : THROW_AWAY_SETTINGS),
    unix_socket_directories: socketDir,
  };
  const flags = Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Its own process group: Ctrl-C must reach the shop first, and the database only after it.
  const child = binaries.spawn("postgres", ["-D", dataDir, ...flags], {
    stdio: ["ignore", logHandle, logHandle],
    detached: true,
    env: cleanEnvironment(),
  });
  fs.closeSync(logHandle);
  if (!durable && child.pid) endWithThisProcess(child.pid);
  const failure = await readyOrExit(child, socketDir);
  if (failure !== undefined) {
    fs.rmSync(socketDir, { recursive: true, force: true });
    return { started: false as const, output: `${fs.readFileSync(logFile, "utf8")}${failure}` };
  }
  child.unref();
  const pid = child.pid as number;
  fs.writeFileSync(path.join(dataDir, "vitrina.owner"), String(process.pid));
  const stop = async () => {
    await stopProcess(pid, socketDir);
    binaries.dispose();
  };
  return { started: true as const, socketDir, stop };
}

/** Undefined once the server answers; what the process said if it ended instead. */
async function readyOrExit(child: ChildProcess, socketDir: string): Promise<string | undefined> {
  let ended: string | undefined;
  child.once("error", (error) => (ended = String(error)));
  child.once("exit", (code, signal) => (ended ??= `ended with ${code ?? signal}`));
  for (const deadline = Date.now() + START_WITHIN_MS; ended === undefined; await sleep(10)) {
    if (await accepts(socketDir)) return undefined;
    if (Date.now() > deadline) {
      child.kill("SIGQUIT");
      return "it did not become ready within a minute";
    }
  }
  return ended;
}

async function accepts(socketDir: string): Promise<boolean> {
  if (!socketDir || !fs.existsSync(path.join(socketDir, ".s.PGSQL.5432"))) return false;
  const client = new pg.Client({
    host: socketDir,
    user: "postgres",
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

async function createDatabase(connectionString: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!ALREADY_THERE.has((error as { code?: string }).code ?? "")) throw error;
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's "fast" shutdown: it ends the sessions and writes everything down. */
async function stopProcess(pid: number, socketDir: string): Promise<void> {
  signal(pid, "SIGINT");
  for (const deadline = Date.now() + LOCK_RETRY_MS; isAlive(pid) && Date.now() < deadline;) await sleep(10);
  signal(pid, "SIGQUIT");
  fs.rmSync(socketDir, { recursive: true, force: true });
}

/** A shell on a pipe outlives a kill -9 of this process just long enough to take the server with it. */
function endWithThisProcess(pid: number): void {
  const watch = spawn("sh", ["-c", `read _; kill -QUIT ${pid}`], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.on("error", () => {});
  watch.unref();
  if (watch.stdin instanceof Socket) watch.stdin.unref();
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    return;
  }
}

/** A unix socket's path may have some 107 bytes. */
function shortTemporaryFolder(): string {
  return os.tmpdir().length < 60 ? os.tmpdir() : "/tmp";
}
