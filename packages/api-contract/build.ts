/** Builds what is published: JavaScript and declarations, the domain's part of both within. `node build.ts [folder]`. */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "rolldown";

const out = path.resolve(process.argv[2] ?? "dist");
const types = path.join(out, "types");
const TSC = path.resolve("node_modules/typescript/bin/tsc");
const SPECIFIER = /(?<=\b(?:from |import |import\()")(#|\.{1,2}\/|@vitrina\/domain\/)([^"]+)(?=")/g;

/** Where a source's import leads among the declarations. */
function published(file: string, prefix: string, rest: string): string {
  const name = rest.replace(/\.ts$/, ".js");
  if (prefix.startsWith(".")) return prefix + name;
  const target = prefix === "#" ? `api-contract/src/${name}` : `domain/src/${rest}/index.js`;
  const relative = path.relative(path.dirname(file), path.join(types, target)).replaceAll(path.sep, "/");
  return relative.startsWith(".") ? relative : `./${relative}`;
}

rmSync(out, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [TSC, "-p", "tsconfig.build.json", "--outDir", types], {
  stdio: "inherit",
});
if (status !== 0) process.exit(1);
for (const name of globSync("**/*.d.ts", { cwd: types })) {
  const file = path.join(types, name);
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replaceAll(SPECIFIER, (_, prefix: string, rest: string) => published(file, prefix, rest)),
  );
}
await build({
  input: { index: "src/index.ts", client: "src/client.ts" },
  platform: "neutral",
  external: [/^@trpc\//, "zod"],
  logLevel: "warn",
  output: { dir: out, format: "esm" },
});
