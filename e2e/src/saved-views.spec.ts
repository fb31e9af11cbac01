import { ADMIN, anAdmin, signIn } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("a filter is saved under a name, shared with a colleague, renamed and removed", async ({ page, browser }) => {
  const name = `Drafts of cups ${Date.now()}`;
  await anAdmin(page);
  await open(page, "/en/admin/products?status=draft&q=cup");
  await page.locator("summary", { hasText: "Save this view" }).click();
  await page.getByLabel("Name of the view").fill(name);
  await page.getByLabel("Show it to everybody who sees this list").check();
  await page.getByRole("button", { name: "Save the view" }).click();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await expect(views.getByRole("link", { name })).toHaveAttribute("aria-current", "page");

  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, ADMIN, "/en/admin/products");
  await colleague.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name }).click();
  await expect(colleague).toHaveURL(/q=cup.*status=draft/);
  await expect(colleague.locator("summary", { hasText: "Rename or remove this view" })).toHaveCount(0);
  await colleague.context().close();

  await page.locator("summary", { hasText: "Rename or remove this view" }).click();
  await page.getByLabel("Name of the view").fill(`${name}, renamed`);
  await page.getByRole("button", { name: "Save the view" }).click();
  await expect(views.getByRole("link", { name: `${name}, renamed` })).toBeVisible();
  await page.locator("summary", { hasText: "Rename or remove this view" }).click();
  await page.getByRole("button", { name: "Remove the view" }).click();
  await expect(page.getByRole("link", { name: `${name}, renamed` })).toHaveCount(0);
});
