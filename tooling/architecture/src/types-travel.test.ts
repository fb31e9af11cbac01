import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Copy, copyHouse, HOUSE } from "./house-copy.ts";

const THING = "packages/domain/src/orders/order.ts";
let copy: Copy;

beforeAll(() => {
  copy = copyHouse();
  const source = readFileSync(join(HOUSE, THING), "utf8");
  const renamed = source.replaceAll(/\boptionNames:/g, "optionLabels:");
  expect(renamed).not.toBe(source);
  copy.write(THING, renamed);
}, 60_000);
afterAll(() => copy[Symbol.dispose]());

/** Files of the orders' room with type errors, in a package of the copy and relative to it. */
function faultyFiles(folder: string): Promise<string[]> {
  const config = join(folder, "tsconfig.room.json");
  copy.write(config, JSON.stringify({ extends: "./tsconfig.json", include: ["src/orders", "src/*.d.ts"] }));
  const tsc = [join(HOUSE, "node_modules/typescript/bin/tsc"), "--pretty", "false", "-p", config];
  return new Promise((done) => {
    execFile(process.execPath, tsc, { cwd: copy.root }, (_, stdout) =>
      done(Array.from(stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm), ([, file = ""]) => file)),
    );
  });
}

test(
  "renaming what a column holds breaks the types of its table and of every page that shows it",
  {
    timeout: 120_000,
  },
  async () => {
    const [db, web] = await Promise.all([faultyFiles("packages/db"), faultyFiles("apps/web")]);

    expect(db).toContain("packages/db/src/orders/orders.tables.ts");
    expect(web).toContain("apps/web/src/orders/order-details.tsx");
  },
);
