import { defineConfig, type ViteUserConfig } from "vitest/config";

const ALL = "src/**/*.test.{ts,tsx}";
const REAL = "src/**/*.real.test.{ts,tsx}";
const WITH_DATABASE = ["src/**/*.integration.test.{ts,tsx}", REAL];
const withReal = process.env.REAL === "1";

interface Options {
  /** Path of the globalSetup that provides PostgreSQL to integration tests. */
  databaseSetup?: string;
}

/**
 * The tests of a package: pure ones, and with `databaseSetup` those on PostgreSQL, which starts only if one of them is run.
 * `*.real.test.ts` need files that a clone does not have and run with REAL=1 alone.
 */
export function testConfig({ databaseSetup }: Options = {}): ViteUserConfig {
  const unit = { name: "unit", include: [ALL], exclude: WITH_DATABASE, testTimeout: 60_000 };
  const integration = {
    name: "integration",
    include: withReal ? [REAL] : [WITH_DATABASE[0] as string],
    exclude: withReal ? [] : [REAL],
    globalSetup: databaseSetup ? [databaseSetup] : [],
    testTimeout: withReal ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // Files keep apart by their databases; to load the shop anew for each costs a third of the time.
    isolate: false,
    restoreMocks: true,
  };
  return defineConfig({
    test: {
      passWithNoTests: true,
      reporters: ["default", ["json", { outputFile: "test-results/vitest.json" }]],
      projects: [
        ...(withReal ? [] : [{ extends: true as const, test: unit }]),
        ...(databaseSetup ? [{ extends: true as const, test: integration }] : []),
      ],
    },
  });
}
