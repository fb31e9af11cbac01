import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 180_000 });

test("several products are ticked and changed together, and what lacks something says so; then it is undone", async ({
  page,
}) => {
  const word = `Bulk${Date.now()}`;
  await anAdmin(page);
  for (const part of ["one", "two"]) {
    await open(page, "/en/admin/products/new");
    await page.getByLabel("Name in English").fill(`${word} ${part}`);
    await page.getByRole("button", { name: "Make the draft" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${word} ${part}` })).toBeVisible();
  }
  await open(page, `/en/admin/products?q=${word}`);
  await page.getByLabel("Tick all of these").check();
  await expect(page.getByText("2 products are ticked.")).toBeVisible();
  await page.getByRole("button", { name: "Change those ticked" }).click();
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(page.getByRole("heading", { name: "Would be refused" })).toBeVisible();
  await expect(
    page.getByRole("table", { name: "Would be refused" }).getByText(/Still missing: .*a picture/),
  ).toHaveCount(2);
  await expect(page.getByText("Nothing would change, so there is nothing to do.")).toBeVisible();

  await open(page, `/en/admin/products?q=${word}`);
  await page.getByRole("button", { name: "Change all of this list" }).click();
  await page.getByLabel("What to do").selectOption({ label: "Set the brand" });
  await page.getByLabel("Brand", { exact: true }).fill("Gzhel");
  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Change 2 products" }).click();
  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
  const changed = page.getByRole("table", { name: "Changed products" });
  await expect(changed.getByRole("row").nth(1)).toContainText("Gzhel");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the result of each product as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("products.csv");

  await page.locator("summary", { hasText: "Undo this change" }).click();
  await page.getByRole("button", { name: "Undo all of it" }).click();
  await expect(page.getByRole("heading", { name: "Undone" })).toBeVisible();
  await page.getByRole("link", { name: "All changes of several products" }).click();
  await expect(page.getByRole("link", { name: "Set the brand: Gzhel" }).first()).toBeVisible();
});
