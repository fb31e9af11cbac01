import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("a rate is tried out, set, sells what had no price in the currency, and gives way to a price that is set", async ({
  page,
}) => {
  await anAdmin(page);
  await open(page, "/en/admin/prices");
  const cell = page.locator('input[data-column="USD"]').last();
  const label = (await cell.getAttribute("aria-label")) ?? "";
  const [, sku = ""] = /^Price of (.*) in USD$/.exec(label) ?? [];
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
  await expect(dollars.getByRole("listitem").filter({ hasText: sku })).toContainText(/\$\d+\.99/);
  await dollars.getByRole("button", { name: "Save the rate" }).click();
  await expect(dollars).toContainText("1 USD = 90.5 RUB");
  await expect(async () => {
    await page.reload();
    await expect(dollars).toContainText("1 price is converted.", { timeout: 1000 });
  }).toPass({ timeout: 30_000 });

  await open(page, `/en/admin/prices?q=${encodeURIComponent(sku)}`);
  const same = page.getByLabel(label);
  await expect(same).toHaveValue("");
  await expect(same).toHaveAttribute("placeholder", /\.99$/);
  await same.fill("12");
  await page.getByRole("button", { name: "Save 1 price" }).click();
  await expect(page.getByText("The prices are saved.")).toBeVisible();
  await page.reload();
  await expect(same).toHaveValue("12");

  await open(page, "/en/admin/rates");
  await dollars.getByRole("button", { name: "End it now" }).click();
  await expect(dollars).not.toContainText("holds now");
});
