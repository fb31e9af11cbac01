import { lingui } from "@lingui/vite-plugin";
import { testConfig } from "@vitrina/vitest-config";
import { mergeConfig } from "vitest/config";

export default mergeConfig(testConfig(), { plugins: [lingui({ macroTransform: true })] });
