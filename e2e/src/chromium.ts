import { existsSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export interface Browser {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * A Chromium that comes as a package: unpacked once per user into the temporary folder, with the libraries that a fresh
 * machine lacks. On systems the package has no build for, an installed Chrome does (CHROME_PATH names another).
 */
export async function unpackChromium(): Promise<Browser | null> {
  const installed = process.env["CHROME_PATH"];
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const folder = path.join(tmpdir(), `vitrina-chromium-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env["TMPDIR"] = folder;
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  chromium.setGraphicsMode = false;
  const executablePath = await chromium.executablePath();
  const library = path.join(folder, "al2023", "lib");
  if (!existsSync(library)) {
    const packed = import.meta.resolve("@sparticuz/chromium").replace(/build\/.*$/, "bin/al2023.tar.br");
    await inflate(fileURLToPath(packed));
  }
  return { executablePath, env: { LD_LIBRARY_PATH: library } };
}
