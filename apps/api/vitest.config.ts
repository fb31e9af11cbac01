import { fileURLToPath } from "node:url";
import { testConfig } from "@vitrina/vitest-config";

export default testConfig({ databaseSetup: fileURLToPath(import.meta.resolve("@vitrina/db/testing-setup")) });
