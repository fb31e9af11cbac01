import { existsSync } from "node:fs";
import path from "node:path";
import { command, helped, root } from "./steps.ts";
import { conclude, runTasks } from "./suites.ts";

const HELP = `npm run test:real: the suite over the real files in ../shared/data

Import of the whole catalogue, dirty files, search judgments. Where the files are not, there is nothing to do.`;

async function testReal(): Promise<number> {
  const began = performance.now();
  if (!existsSync(path.join(root, "..", "shared", "data"))) {
    console.log("No real files in ../shared/data: nothing to do");
    return 0;
  }
  process.env.REAL = "1";
  return conclude(await runTasks(["test:real"]), began);
}

if (!helped(HELP)) await command(testReal);
