import { testConfig } from "@vitrina/vitest-config";

export default testConfig();
