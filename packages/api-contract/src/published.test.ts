import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const PACKAGE = resolve(import.meta.dirname, "..");
const TSC = join(PACKAGE, "node_modules/typescript/bin/tsc");
const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: PACKAGE });

const COMPILER_OPTIONS = {
  strict: true,
  noEmit: true,
  target: "esnext",
  lib: ["esnext", "dom"],
  module: "nodenext",
  types: [],
};

const PROGRAM = `
import { contract, createShopClient, type AppRouter, type Refusal } from "@vitrina/api-contract";
import type { ShopClient } from "@vitrina/api-contract/client";

export const shop: ShopClient = createShopClient("http://localhost:3000");
export type Router = AppRouter;

export async function read() {
  const page = await shop.search.product.query({ slug: "lamp", currency: "RUB" });
  page.variants.map(({ price }) => price?.amount.toFixed());
  // @ts-expect-error a product has no such thing
  page.nonsense;
  // @ts-expect-error the shop knows no such currency
  await shop.cart.view.query({ currency: "GBP" });
  // @ts-expect-error a refusal's code is one of a known list
  "no.such-refusal" satisfies Refusal["code"];
}

export function explain(refusal: Refusal): string {
  switch (refusal.code) {
    case "inventory.out-of-stock":
      return refusal.details.shortages.map(({ left }) => left.toFixed()).join();
    default:
      return refusal.code;
  }
}

console.log(contract.cart.view.input.parse({ currency: "EUR" }).currency);
`;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vitrina-consumer-"));
  const installed = join(folder, "node_modules/@vitrina/api-contract");
  await run("build.ts", join(installed, "dist"));
  const { publishConfig, ...manifest } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  writeFileSync(join(installed, "package.json"), JSON.stringify({ ...manifest, ...publishConfig }));
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(PACKAGE, "node_modules", name), link);
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  writeFileSync(join(folder, "program.ts"), PROGRAM);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  "a program elsewhere sees every type of the shop with nothing but the published package",
  {
    timeout: 60_000,
  },
  async () => {
    const { stdout } = await run(TSC, "-p", folder).catch((error: { stdout: string }) => error);

    expect(stdout).toBe("");
  },
);

test("the published package runs as plain JavaScript", async () => {
  const { stdout } = await run(join(folder, "program.ts"));

  expect(stdout).toBe("EUR\n");
});
