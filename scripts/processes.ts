import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Cure, interruption } from "./steps.ts";

const END_WITHIN_MS = 12_000;

/** Refuses a port that something else listens on. */
export async function assertFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    probe.once("error", resolve);
    probe.listen(port, host, () => resolve(undefined));
  });
  await new Promise((resolve) => probe.close(resolve));
  if (!failure) return;
  const cure = `set PORT to a free one, as in PORT=${port + 1} npm start`;
  if (failure.code === "EADDRINUSE") throw new Cure(`Port ${port} is taken by another program: stop it, or ${cure}.`);
  if (failure.code === "EACCES") throw new Cure(`This user may not listen on port ${port}: ${cure}.`);
  throw new Cure(`Port ${port} cannot be used (${failure.message}): ${cure}.`);
}

/** Resolves when Ctrl-C, a signal or the end of the process that began this one asks to end. */
export function endRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) {
      process.on(event, () => {
        interruption.abort();
        resolve();
      });
    }
    // To listen must not keep this process alive when its work has failed.
    process.channel?.unref();
  });
}

/** Asks a process to end, and insists after a while. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
  await exited;
  clearTimeout(insist);
}
