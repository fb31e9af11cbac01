import { command, helped } from "./steps.ts";
import { check, conclude, runTasks } from "./suites.ts";

const HELP = `pnpm check: all checks that need no database and no browser

Formatting, unused code, lint, types, boundaries with their probes, and unit tests; answered from turbo's cache where
nothing changed.`;

async function checkAll(): Promise<number> {
  const began = performance.now();
  const results = [
    await check("formatting", ["oxfmt", "--check", "."]),
    await check("unused code", ["knip"]),
    ...(await runTasks(["lint", "typecheck", "test:unit"])),
  ];
  return conclude(results, began);
}

if (!helped(HELP)) await command(checkAll);
