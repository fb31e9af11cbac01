import type { Browser } from "@playwright/test";
import { anAdmin, buyAsGuest } from "./people.ts";
import { expect, open, test } from "./test.ts";

const SKU = "AMPHORA-VASE-NAVY";

test.describe.configure({ timeout: 120_000 });

/** A guest buys one for dollars; answers the order's number. */
async function buyForDollars(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page, `/en/p/amphora-vase?v=${SKU}`);
  await page.getByRole("button", { name: "USD" }).click();
  await expect(page.getByRole("main")).toContainText(/\$\d+\.99/);
  const number = await buyAsGuest(page);
  await context.close();
  return number;
}

test("a rate is tried out, set, sells what had no price in the currency, and gives way to a price that is set", async ({
  page,
  browser,
}) => {
  await anAdmin(page);
  await open(page, `/en/admin/prices?q=${SKU}`);
  const cell = page.getByLabel(`Price of ${SKU} in USD`);
  await cell.fill("");
  await page.getByRole("button", { name: "Save 1 price" }).click();
  await expect(page.getByText("The prices are saved.")).toBeVisible();

  await open(page, "/en/admin/rates");
  const dollars = page.getByRole("region", { name: "USD" });
  await expect(dollars).toContainText("only prices that were set are sold");
  await dollars.getByText("New rate for USD").click();
  await dollars.getByLabel("One USD costs").fill("90,5");
  await dollars.getByLabel("Prices end in").selectOption("ninety-nine");
  await dollars.getByRole("button", { name: "See what prices become" }).click();
  await expect(dollars.getByRole("listitem").filter({ hasText: SKU })).toContainText(/\$\d+\.99/);
  await dollars.getByRole("button", { name: "Save the rate" }).click();
  await expect(dollars).toContainText("1 USD = 90.5 RUB");
  await expect(async () => {
    await page.reload();
    await expect(dollars).toContainText("1 price is converted.", { timeout: 1000 });
  }).toPass({ timeout: 30_000 });

  const number = await buyForDollars(browser);
  await open(page, "/en/admin/orders");
  await page.getByRole("link", { name: number }).click();
  const rates = page.getByRole("region", { name: "Converted prices" });
  await expect(rates).toContainText("1 USD = 90.5 RUB");
  await expect(rates).toContainText(SKU);

  await open(page, `/en/admin/prices?q=${SKU}`);
  await expect(cell).toHaveValue("");
  await expect(cell).toHaveAttribute("placeholder", /\.99$/);
  await cell.fill("12");
  await page.getByRole("button", { name: "Save 1 price" }).click();
  await expect(page.getByText("The prices are saved.")).toBeVisible();
  await page.reload();
  await expect(cell).toHaveValue("12");

  await open(page, "/en/admin/rates");
  await dollars.getByRole("button", { name: "End it now" }).click();
  await expect(dollars).not.toContainText("holds now");
});
