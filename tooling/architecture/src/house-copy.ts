import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The root of the repository. */
export const HOUSE = resolve(import.meta.dirname, "../../..");

/** A temporary folder that is removed when the test file is done with it. */
export interface Copy extends Disposable {
  root: string;
  write(file: string, text: string): void;
}

export function emptyCopy(): Copy {
  const root = mkdtempSync(join(tmpdir(), "vitrina-house-"));
  return {
    root,
    write(file, text) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A copy of all workspace packages' sources that resolves imports as the house does, without copying a dependency. */
export function copyHouse(): Copy {
  const copy = emptyCopy();
  const packages = globSync("{packages,apps,tooling}/*/package.json", { cwd: HOUSE }).map(dirname);
  for (const folder of packages) {
    cpSync(join(HOUSE, folder), join(copy.root, folder), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/[\\/](?:dist|test-results|\.turbo)$/.test(path),
    });
  }
  for (const file of [".oxlintrc.json", ".oxfmtrc.json", "package.json", "pnpm-workspace.yaml"])
    cpSync(join(HOUSE, file), join(copy.root, file));
  symlinkSync(join(HOUSE, "node_modules"), join(copy.root, "node_modules"));
  return copy;
}
