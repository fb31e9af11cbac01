import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { cpus } from "node:os";
import { openLane } from "./load.ts";

export interface Server {
  port: number;
  /** From the start of its process to its first answer, ms. */
  startedIn: number;
  /** Processor time it has used, ms; NaN where /proc is missing. */
  cpu(): number;
  /** Resident memory in MB, now and at its highest. */
  memory(): { now: number; peak: number };
  stop(): Promise<void>;
}

const PINNED = process.platform === "linux" && spawnSync("taskset", ["--version"]).status === 0;
const TICK = 10;

/** The server under test has one core, the generator another; PostgreSQL both. */
export function pin(pid: number, core: number): void {
  if (PINNED) spawnSync("taskset", ["-a", "-c", "-p", String(core), String(pid)]);
}

/** What a process starts has its cores: free it before it starts a PostgreSQL. */
export function unpin(pid: number): void {
  if (PINNED) spawnSync("taskset", ["-a", "-c", "-p", `0-${cpus().length - 1}`, String(pid)]);
}

/** Starts a program that tells its port by IPC, and asks it until it answers `path`. */
export async function startServer(file: string, env: NodeJS.ProcessEnv, path: string): Promise<Server> {
  const began = performance.now();
  const child = fork(file, { env: { ...process.env, ...env, NODE_ENV: "production" }, execArgv: execArgv() });
  const port = await portOf(child);
  const pid = child.pid as number;
  await answers(port, path);
  const startedIn = performance.now() - began;
  pin(pid, 0);
  return {
    port,
    startedIn,
    cpu: () => cpuOf(pid),
    memory: () => memoryOf(pid),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** BENCH_NODE_OPTIONS="--cpu-prof" looks into the shop's process. */
const execArgv = () => (process.env["BENCH_NODE_OPTIONS"] ?? "").split(" ").filter(Boolean);

async function portOf(child: ChildProcess): Promise<number> {
  const ended = once(child, "exit").then(() => Promise.reject(new Error("The server ended before it listened.")));
  const [message] = (await Promise.race([once(child, "message"), ended])) as [{ port: number }];
  ended.catch(() => {});
  return message.port;
}

async function answers(port: number, path: string): Promise<void> {
  const lane = await openLane(port);
  const { status, text } = await lane.ask({ path, headers: { "x-realm": "api" } });
  lane.close();
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 500)}`);
}

function cpuOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** Of the processes that `parent` has now, ms. Whoever ends takes its share along. */
export const cpuOfChildren = (parent: number): number =>
  readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && Number(statOf(pid)[1]) === parent)
    .reduce((sum, pid) => sum + cpuOf(pid), 0);

/** The fields of /proc/<pid>/stat from the third one on; none where there is no such process. */
function statOf(pid: number): string[] {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
}

function memoryOf(pid: number): { now: number; peak: number } {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return { now: Number.NaN, peak: Number.NaN };
  const status = readFileSync(file, "utf8");
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
