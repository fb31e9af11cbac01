import { type Page, test as base } from "@playwright/test";

const launch = process.env["CHROMIUM_PATH"]
  ? {
      executablePath: process.env["CHROMIUM_PATH"],
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
      env: { ...process.env, ...(JSON.parse(process.env["CHROMIUM_ENV"] ?? "{}") as Record<string, string>) } as Record<
        string,
        string
      >,
    }
  : { channel: "chrome" };

/** A user agent that is no bot: bots get the page in one piece. */
const USER_AGENT = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";

interface Fixtures {
  /** What the browser complained about on the page: errors, blocked scripts, failed hydration. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  launchOptions: [async ({}, use) => use(launch), { scope: "worker" }],
  baseURL: async ({}, use) => use(process.env["SHOP_URL"]),
  userAgent: async ({}, use) => use(USER_AGENT),
  locale: async ({}, use) => use("ru-RU"),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        const missing = message.location().url.includes("/media/");
        if (message.type() === "error" && !missing) complaints.push(`${page.url()}: ${message.text()}`);
      });
      await use(complaints);
    },
    { auto: true },
  ],
});
export { expect } from "@playwright/test";

/** Waits until the page answers to clicks. */
export const hydrated = (page: Page) => page.locator("[data-hydrated]").waitFor({ state: "attached" });

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}
