import { argon2Sync } from "node:crypto";
import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { judge } from "#auth/zxcvbn-judge.ts";
import type { Strength } from "@vitrina/domain/auth";

export type PasswordJob =
  | { kind: "argon2id"; parameters: Parameters<typeof argon2Sync>[1] }
  | { kind: "strength"; password: string; words: readonly string[] };

export interface PasswordResult {
  argon2id: Uint8Array;
  strength: Strength;
}

/** On Linux 0 is this thread alone, not its process. Behind all that serves pages, yet far from never. */
const THIS_THREAD = 0;
const BEHIND = 5;
if (process.platform === "linux") setPriority(THIS_THREAD, Math.min(19, getPriority(THIS_THREAD) + BEHIND));

parentPort?.on("message", async (job: PasswordJob) => {
  const result =
    job.kind === "argon2id" ? argon2Sync("argon2id", job.parameters) : await judge(job.password, job.words);
  parentPort?.postMessage(result);
});
