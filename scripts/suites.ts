import { globSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { root, run, tool } from "./steps.ts";

/** What a check or a suite came to; a check without cases of its own counts as one. */
export interface Result {
  name: string;
  passed: number;
  failed: number;
}

interface Task {
  taskId: string;
  package: string;
  task: string;
  directory: string;
  execution?: { exitCode: number };
}

const RESULTS = "test-results/*.json";

/** A check of the whole repository by one program. */
export async function check(name: string, args: string[]): Promise<Result> {
  const { code } = await run(tool(args[0] ?? name), args.slice(1), { stdio: ["ignore", "inherit", "inherit"] });
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** Runs tasks of all packages through turbo; what did not change is answered from its cache. */
export async function runTasks(tasks: string[], filters: string[] = []): Promise<Result[]> {
  for (const file of globSync(`{apps,packages,tooling}/*/${RESULTS}`, { cwd: root }).concat(
    globSync(`*/${RESULTS}`, { cwd: root }),
  )) {
    rmSync(path.join(root, file));
  }
  rmSync(path.join(root, ".turbo", "runs"), { recursive: true, force: true });
  const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`;
  const args = [
    "run",
    ...tasks,
    ...filters,
    concurrency,
    "--continue=dependencies-successful",
    "--output-logs=errors-only",
  ];
  const { code } = await run(tool("turbo"), [...args, "--ui=stream", "--summarize"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const results = readSummary()
    .map((task) => resultOf(task, tasks))
    .filter((result) => result !== undefined);
  const silent = code !== 0 && results.every(({ failed }) => failed === 0);
  return silent ? [...results, { name: "turbo", passed: 0, failed: 1 }] : results;
}

function readSummary(): Task[] {
  const [file] = globSync(".turbo/runs/*.json", { cwd: root });
  if (!file) return [];
  return (JSON.parse(readFileSync(path.join(root, file), "utf8")) as { tasks: Task[] }).tasks;
}

/** Tasks that only prepare others (builds) count when they fail. */
function resultOf({ taskId, task, directory, execution }: Task, asked: string[]): Result | undefined {
  const succeeded = execution?.exitCode === 0;
  if (!asked.includes(task)) return succeeded ? undefined : { name: taskId, passed: 0, failed: 1 };
  const cases = countCases(directory);
  if (!task.startsWith("test") || !cases) return { name: taskId, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  return { name: taskId, passed: cases.passed, failed: succeeded ? cases.failed : Math.max(1, cases.failed) };
}

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected: number; unexpected: number };
}

/** Vitest's and Playwright's own reports of a package. */
function countCases(directory: string): { passed: number; failed: number } | undefined {
  const files = globSync(RESULTS, { cwd: path.join(root, directory) });
  if (files.length === 0) return undefined;
  const reports = files.map((file) => JSON.parse(readFileSync(path.join(root, directory, file), "utf8")) as Report);
  const sum = (count: (report: Report) => number | undefined) =>
    reports.reduce((total, report) => total + (count(report) ?? 0), 0);
  return {
    passed: sum(({ numPassedTests, stats }) => numPassedTests ?? stats?.expected),
    failed: sum(({ numFailedTests, stats }) => numFailedTests ?? stats?.unexpected),
  };
}

/** Prints what failed and, as the last line, the sum. Returns the exit code. */
export function conclude(results: Result[], began: number): number {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log("");
  for (const result of results.filter((one) => one.failed > 0))
    console.log(`✗ ${result.name}: ${result.failed} failed`);
  console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
