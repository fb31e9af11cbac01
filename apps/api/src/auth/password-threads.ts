import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { PasswordJob, PasswordResult } from "#auth/password-thread.ts";

/** Beside the file itself, in the source as in the bundle. */
const FILE = new URL(`./password-thread${extname(import.meta.url)}`, import.meta.url);

type Kind = PasswordJob["kind"];
type Job<K extends Kind> = Extract<PasswordJob, { kind: K }>;

const idle: Worker[] = [];

/**
 * Does slow work on passwords in a thread of low priority, so that whoever looks at the catalogue does not feel a flood of
 * sign-ins. As many threads as works at once: whoever calls bounds them. No thread keeps the process alive.
 */
export async function inPasswordThread<K extends Kind>(job: Job<K>): Promise<PasswordResult[K]> {
  const thread = idle.pop() ?? new Worker(FILE, { env: {} });
  thread.ref();
  const result = await answer<PasswordResult[K]>(thread, job);
  thread.unref();
  idle.push(thread);
  return result;
}

const answer = <Result>(thread: Worker, job: PasswordJob) =>
  new Promise<Result>((resolve, reject) => {
    const heard = (result: Result) => {
      thread.off("error", reject);
      resolve(result);
    };
    thread.once("message", heard).once("error", reject).postMessage(job);
  });
