import { testConfig } from "@vitrina/vitest-config";
import { mergeConfig } from "vitest/config";

/** With --coverage: every branch of the two rooms that guard the others. Files that hold types alone have none. */
const coverage = {
  provider: "v8" as const,
  include: ["src/{auth,users}/**/*.ts"],
  exclude: ["**/*.{test,suite,fake,repository,ports}.ts", "**/{index,testing,principal}.ts"],
  reporter: [["text", { skipFull: true }] as ["text", object]],
  thresholds: { branches: 100, functions: 100 },
};

export default mergeConfig(testConfig(), { test: { coverage } });
