import { testConfig } from "@vitrina/vitest-config";
import { mergeConfig } from "vitest/config";

/** With --coverage: every branch of the two rooms that guard the others. */
const coverage = {
  provider: "v8" as const,
  include: ["src/{auth,users}/**/*.ts"],
  exclude: ["**/*.{test,suite,fake}.ts", "**/testing.ts"],
  reporter: ["text"],
  thresholds: { branches: 100 },
};

export default mergeConfig(testConfig(), { test: { coverage } });
