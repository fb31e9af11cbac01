import { globSync } from "node:fs";
import { styleText } from "node:util";
import { cruise, type ICruiseResult, type IViolation } from "dependency-cruiser";
import { rules } from "./rules.ts";

const FLOORS = ["packages", "apps"];
const SOURCES = "{packages,apps}/*/src/**/*.{ts,tsx}";
const BUILT = String.raw`^(?:packages|apps)/[^/]+/(?:dist|test-results)/|^(?:packages|apps)/.+\.gen\.ts$`;

/** What the cruise of a house found; paths are relative to its root. */
export interface Findings {
  /** Source files that were read. */
  modules: number;
  violations: Pick<IViolation, "from" | "to" | "rule" | "cycle">[];
}

/**
 * Checks the house in the current directory against the rules.
 * @throws when the cruiser did not read every source file or followed no import: its silence would mean nothing.
 */
export async function cruiseHouse(): Promise<Findings> {
  const { output } = await cruise(FLOORS, {
    ruleSet: { forbidden: rules },
    validate: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: BUILT },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  });
  if (typeof output === "string") throw new Error(output);

  const read = output.modules.filter(({ source }) => /^(?:packages|apps)\/[^/]+\/src\/.*\.tsx?$/.test(source));
  assertAllRead(read);
  return { modules: read.length, violations: output.summary.violations };
}

function assertAllRead(read: ICruiseResult["modules"]): void {
  const sources = new Set(read.map(({ source }) => source));
  const missed = globSync(SOURCES).filter((file) => !new RegExp(BUILT).test(file) && !sources.has(file));
  const followed = read.some(({ source, dependencies }) =>
    dependencies.some(({ resolved }) => source.startsWith("packages/db/") && resolved.startsWith("packages/domain/")),
  );
  if (sources.size === 0 || missed.length > 0) {
    throw new Error(
      `dependency-cruiser read ${sources.size} files and missed ${missed.length}: ${missed.slice(0, 5).join(", ")}`,
    );
  }
  if (!followed) throw new Error("dependency-cruiser followed no import from packages/db to packages/domain");
}

function report({ modules, violations }: Findings): string {
  const lines = violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`;
    const cure = rules.find(({ name }) => name === rule.name)?.comment ?? "";
    return `${styleText("red", rule.name)} ${way}\n  ${cure}`;
  });
  const summary = `${modules} modules cruised, ${violations.length} violations`;
  return [...lines, violations.length > 0 ? `${summary}; see docs/resolving-violations.md` : summary].join("\n");
}

if (import.meta.main) {
  const findings = await cruiseHouse();
  console.log(process.argv.includes("--json") ? JSON.stringify(findings) : report(findings));
  process.exitCode = findings.violations.length > 0 ? 1 : 0;
}
