import { spawn, type SpawnOptions } from "node:child_process";
import path from "node:path";

export const root = path.dirname(import.meta.dirname);

/** A fault that the person at the keyboard can cure: shown as its sentence, without a stack. */
export class Cure extends Error {
  override readonly name = "Cure";
}

/** One line per step: what is being done and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`· ${title} … `);
  try {
    const result = await work();
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log("failed");
    throw error;
  }
}

interface Outcome {
  code: number;
  output: string;
}

/** Ends the programs that run() has begun: somebody asked the command to end. */
export const interruption = new AbortController();

/** Runs a program to its end and keeps what it says. */
export async function run(command: string, args: string[], options: SpawnOptions = {}): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    signal: interruption.signal,
    ...options,
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A tool from the root's own packages, such as turbo or oxfmt. */
export const tool = (name: string) => path.join(root, "node_modules", ".bin", name);

/** Prints the help and says so, if it was asked for. */
export function helped(text: string): boolean {
  if (!process.argv.includes("--help")) return false;
  console.log(text);
  return true;
}

/** Runs a command's body; a cure is one sentence, anything else is a bug with its stack. */
export async function command(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    process.exitCode = 1;
    if (interruption.signal.aborted) return;
    const cured = error instanceof Error && ["Cure", "EmbeddedPostgresError", "MigrationProblem"].includes(error.name);
    console.error(cured ? error.message : error);
  }
}
