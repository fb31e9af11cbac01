import { testConfig } from "@vitrina/vitest-config";

export default testConfig({ databaseSetup: "./src/testing-setup.ts" });
