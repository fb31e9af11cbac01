import { defineConfig } from "@playwright/test";

const real = process.env["REAL"] === "1";

export default defineConfig({
  testDir: "src",
  testMatch: real ? "**/*.real.spec.ts" : "**/*.spec.ts",
  ...(!real && { testIgnore: "**/*.real.spec.ts" }),
  globalSetup: "./src/open-shop.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: real ? 300_000 : 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  outputDir: "test-results/artifacts",
  use: { trace: process.env["TRACE"] ? "on" : "off", screenshot: "only-on-failure", actionTimeout: 20_000 },
});
