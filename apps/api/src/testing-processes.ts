import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TestDatabase } from "@vitrina/db/testing";
import { afterAll } from "vitest";
import { anAddress, testEnv } from "#testing.ts";

const MAIN = fileURLToPath(import.meta.resolve("#main.ts"));

export interface ShopProcess {
  /** Its address without a trailing slash. */
  url: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Told {
  status: number;
  data: unknown;
  /** Code of the refusal. */
  refusal: string | null;
}

/** Starts processes of the shop as `node main.js` does, on a test's database; they end with the tests of the file. */
export function shopProcesses(database: Pick<TestDatabase, "connectionString">) {
  const children: ChildProcess[] = [];
  const end = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  afterAll(() => Promise.all(children.map(end)));
  return async (changes: NodeJS.ProcessEnv = {}): Promise<ShopProcess> => {
    const env = {
      ...testEnv,
      DATABASE_URL: database.connectionString,
      LOG_LEVEL: "error",
      PORT: "0",
      TRUSTED_PROXIES: "127.0.0.1",
      ...changes,
    };
    const stdio = ["ignore", "ignore", "pipe", "ipc"] as const;
    const child = fork(MAIN, { env: { PATH: process.env["PATH"], ...env }, execArgv: [], stdio: [...stdio] });
    children.push(child);
    let said = "";
    child.stderr?.on("data", (chunk) => (said += chunk));
    const ended = once(child, "exit").then(() => Promise.reject(new Error(`ended before it listened: ${said}`)));
    const [message] = (await Promise.race([once(child, "message"), ended])) as [{ port: number }];
    ended.catch(() => {});
    return { url: `http://127.0.0.1:${message.port}`, kill: () => end(child) };
  };
}

/** One call as a program makes it, from a network of its own. @throws when no answer comes */
export async function callAs(
  { url }: Pick<ShopProcess, "url">,
  path: string,
  { input, headers = {} }: { input?: object; headers?: Record<string, string> } = {},
): Promise<Told> {
  const endpoint = path.startsWith("auth.") ? "auth" : "trpc";
  const common = { "x-realm": "api", "x-forwarded-for": anAddress(), ...headers };
  const mutation = { "content-type": "application/json", "idempotency-key": randomUUID() };
  const response = await fetch(
    `${url}/${endpoint}/${path}`,
    input ? { method: "POST", headers: { ...mutation, ...common }, body: JSON.stringify(input) } : { headers: common },
  );
  const { result, error } = (await response.json()) as {
    result?: { data: unknown };
    error?: { data: { refusal: { code: string } | null } };
  };
  return { status: response.status, data: result?.data, refusal: error?.data.refusal?.code ?? null };
}

export const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });
