import { anAddress, anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("a shopkeeper writes a rule, sees how many products it lets in, and shoppers find them on a page of their own", async ({
  page,
}) => {
  const name = `Kitchen bargains ${anAddress().slice(7, 15)}`;
  await anAdmin(page);
  await open(page, "/en/admin/collections");
  await page.getByRole("link", { name: "New collection" }).click();
  await page.getByLabel("Name in English").fill(name);
  await page.getByLabel("By a rule").check();
  await page.getByLabel("Add a category").fill("mugs");
  await page
    .getByRole("button", { name: /^Choose: .*Mugs/ })
    .first()
    .click();
  const preview = page.getByRole("group", { name: "Rule" }).getByRole("status");
  await expect(preview).toHaveText(/^\d+ products? fits? now\.$/);
  const products = Number.parseInt((await preview.textContent()) ?? "", 10);
  await page.getByRole("button", { name: "Save the collection" }).click();
  await page.waitForURL(/\/admin\/collections\/[0-9a-f-]{36}$/);
  await expect(page.getByText(`${products} published products are in it now.`)).toBeVisible({ timeout: 10_000 });

  await page.getByRole("link", { name: "Look at its page" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(`${products} products`, { exact: true })).toBeVisible();
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  expect(sitemap.length).toBeGreaterThan(0);
});

test("a collection by hand holds what was put in, and nothing that was taken out", async ({ page }) => {
  await anAdmin(page);
  await open(page, "/en/admin/collections/new");
  await page.getByLabel("Name in English").fill(`By hand ${anAddress().slice(7, 15)}`);
  await page.getByRole("button", { name: "Save the collection" }).click();
  await page.waitForURL(/\/admin\/collections\/[0-9a-f-]{36}$/);
  await page.getByLabel("Put a product in").fill("mug");
  await page
    .getByRole("button", { name: /^Put in: / })
    .first()
    .click();
  const inside = page.getByRole("group", { name: "Products of the collection" });
  await expect(inside.getByRole("button", { name: /^Take out: / })).toHaveCount(1);
  await inside.getByRole("button", { name: /^Take out: / }).click();
  await expect(inside.getByText("Nothing is in it yet.")).toBeVisible();
});
