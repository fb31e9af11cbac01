import { anAdmin } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

test.describe.configure({ timeout: 180_000 });

test("a draft gets options and variants, and its page says what is still missing", async ({ page }) => {
  const name = `Cup ${Date.now()}`;
  await anAdmin(page);
  await open(page, "/en/admin/products");
  await page.getByRole("link", { name: "New product" }).click();
  await page.getByLabel("Name in English").fill(name);
  await page.getByRole("button", { name: "Make the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const missing = page.getByRole("complementary", { name: "Publishing" });
  await expect(missing).toContainText("a variant with a SKU");
  await expect(missing).toContainText("the name in Russian");

  await page.getByRole("button", { name: "Add an option" }).click();
  await page.getByLabel("Code for programs").first().fill("size");
  await page.getByLabel("In English", { exact: true }).first().fill("Size");
  await page.getByLabel("Code for programs").nth(1).fill("l");
  await page.getByLabel("In English", { exact: true }).nth(1).fill("Large");
  await page.getByRole("button", { name: "Save the options" }).click();
  await expect(page.getByText("The product is saved.")).toBeVisible();
  await page.getByRole("button", { name: "Make the missing variants" }).click();
  await expect(page.getByLabel("SKU of Large")).toHaveValue(/-l$/);
  await expect(missing).not.toContainText("a variant with a SKU");

  await page.getByLabel("Barcodes of Large").fill("4006381333931");
  await page.getByRole("button", { name: "Save the variants" }).click();
  await expect(page.getByText("Variants changed").first()).toBeVisible();
  await page.getByLabel("Name in Russian").fill("Кружка");
  await page.getByRole("button", { name: "Save texts and details" }).click();
  await expect(missing).not.toContainText("the name in Russian");
  await expect(page.getByText("Product changed").first()).toBeVisible();
});

test("a former address of a product leads on, and an archived product says that it is no longer sold", async ({
  page,
  request,
}) => {
  await anAdmin(page);
  await open(page, "/en/admin/products?status=published");
  await page.getByRole("main").getByRole("table").getByRole("link").last().click();
  const address = page.getByLabel("Address of the page");
  const slug = await address.inputValue();
  const save = async (wanted: string) => {
    await address.fill(wanted);
    await page.getByRole("button", { name: "Save texts and details" }).click();
    await expect(page.getByText("The product is saved.")).toBeVisible();
  };

  await save(`${slug}-new`);
  const moved = await request.get(`/en/p/${slug}`, { maxRedirects: 0 });
  expect([moved.status(), moved.headers()["location"]]).toEqual([301, `/en/p/${slug}-new`]);

  await page.locator("summary", { hasText: "Archive or delete" }).click();
  await page.getByRole("button", { name: "Archive the product" }).click();
  await expect(page.getByText("Archived", { exact: true }).first()).toBeVisible();
  const gone = await request.get(`/en/p/${slug}-new`);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain("This is no longer sold.");

  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("In the shop", { exact: true }).first()).toBeVisible();
  await save(slug);
  await page.goto(`/en/p/${slug}`);
  await hydrated(page);
});
