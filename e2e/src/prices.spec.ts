import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("prices are typed down a column with the keyboard, saved together, and one is planned and taken back", async ({
  page,
}) => {
  await anAdmin(page);
  await open(page, "/en/admin/prices");
  const column = page.locator('input[data-column="RUB"]');
  await column.first().focus();
  // The field selects what it holds when it gets the focus, so that typing replaces it.
  const selected = () =>
    column.first().evaluate((field: HTMLInputElement) => (field.selectionEnd ?? 0) - (field.selectionStart ?? 0));
  await expect.poll(selected).toBe((await column.first().inputValue()).length);
  await page.keyboard.type("1 234,50");
  await page.keyboard.press("Enter");
  await expect(column.nth(1)).toBeFocused();
  await page.keyboard.type("ten");
  await expect(page.getByText("Some fields hold no price")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("99");
  await page.getByRole("button", { name: "Save 2 prices" }).click();
  await expect(page.getByText("The prices are saved.")).toBeVisible();
  await page.reload();
  await expect(column.first()).toHaveValue("1234.50");

  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/en\/admin\/prices\/[0-9a-f-]{36}/);
  const form = page.getByRole("main").locator("form").filter({ hasText: "Former price" });
  await form.getByLabel("Price", { exact: true }).fill("999");
  await form.getByLabel(/^Begins/).fill("2030-05-01T10:00");
  await form.getByLabel(/^Ends/).fill("2030-05-03T10:00");
  await form.getByRole("button").click();
  await expect(page.getByRole("heading", { name: "What the plan will be" })).toBeVisible();
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByRole("button", { name: "Take back" }).first()).toBeVisible();
  // The sale that is planned, and the former price that returns after it.
  await page.getByRole("button", { name: "Take back" }).last().click();
  await expect(page.getByRole("button", { name: "Take back" })).toHaveCount(0);
});

test("a price list is made, its prices are pasted from a spreadsheet, and shoppers see them", async ({
  page,
  browser,
}) => {
  await anAdmin(page);
  await open(page, "/en/admin/price-lists/new");
  await page.getByLabel("Name in Russian").fill("Распродажа ваз");
  await page.getByLabel("Name in English").fill("Sale of vases");
  await page.getByLabel(/^Priority/).fill("700");
  await page.getByRole("button", { name: "Save the list" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sale of vases" })).toBeVisible();
  await page.getByLabel(/^Paste prices/).fill("AMPHORA-VASE-OLIVE\t77,70\tEUR\nAMPHORA-VASE-OLIVE\tten");
  await expect(page.getByText("These lines make no sense: 2")).toBeVisible();
  await page.getByLabel(/^Paste prices/).fill("AMPHORA-VASE-OLIVE\t7,70\tEUR\nAMPHORA-VASE-OLIVE\t6,60\tEUR\t10");
  await page.getByRole("button", { name: "Save 2 prices" }).click();
  await expect(page.getByRole("list", { name: "Prices of the list" })).toContainText("from 10 pieces on");

  const context = await browser.newContext();
  const shopper = await context.newPage();
  await open(shopper, "/en/p/amphora-vase?v=AMPHORA-VASE-OLIVE");
  await shopper.getByRole("button", { name: "EUR" }).click();
  await expect(shopper.getByRole("main")).toContainText("€7.70");
  await expect(shopper.getByRole("main")).toContainText(/Lowest price .*: €41.90/);
  await context.close();
});
