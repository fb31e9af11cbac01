import { command, helped } from "./steps.ts";
import { check, conclude, runTasks } from "./suites.ts";

const HELP = `npm test: every check and every suite

Formatting, unused code, lint, types, boundaries with their probes, unit tests, integration tests on a throw-away
PostgreSQL, and browser journeys. What did not change is answered from turbo's cache. Needs no network and no free
port, and never touches the data of npm start. Ends with N passed, N failed.

  TEST_DATABASE_URL  a PostgreSQL to test on instead of the throw-away one; its name must contain "test"`;

async function test(): Promise<number> {
  const began = performance.now();
  const results = [
    await check("formatting", ["oxfmt", "--check", "."]),
    await check("unused code", ["knip"]),
    ...(await runTasks(["lint", "typecheck", "test"])),
  ];
  return conclude(results, began);
}

if (!helped(HELP)) await command(test);
