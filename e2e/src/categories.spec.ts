import { anAddress, anAdmin } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("a shopkeeper makes categories, puts them in order, moves one with its address, and deletes an empty one", async ({
  page,
}) => {
  const mark = anAddress().slice(7, 15);
  const make = async (name: string) => {
    await page.getByLabel("Name in English").last().fill(`${name} ${mark}`);
    await page.getByRole("button", { name: "Make the category" }).click();
    await expect(page.getByRole("link", { name: `${name} ${mark}` })).toBeVisible();
  };
  await anAdmin(page);
  await open(page, "/en/admin/categories");
  await page.locator("summary", { hasText: "New category here" }).click();
  await make("Garden");
  await make("Tools");
  await page.getByRole("link", { name: `Garden ${mark}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Garden ${mark}` })).toBeVisible();
  await page.locator("summary", { hasText: "New category here" }).click();
  await make("Pots");
  await make("Seeds");
  await page.getByRole("button", { name: `Up: Seeds ${mark}` }).click();
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: mark }).first()).toContainText("Seeds");

  await page.getByRole("link", { name: `Seeds ${mark}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Seeds ${mark}` })).toBeVisible();
  await page.locator("summary", { hasText: "Move it elsewhere" }).click();
  await page.getByLabel("Into the category").fill(mark);
  await page.getByLabel("Into the category").fill(`Tools ${mark}`);
  await page.getByRole("button", { name: `Choose: Tools ${mark}` }).click();
  await expect(page.getByRole("navigation", { name: "Breadcrumbs" })).toContainText(`Tools ${mark}`);

  await page.locator("summary", { hasText: "Name and address" }).click();
  const former = await page.getByLabel("Address").first().inputValue();
  await page.getByLabel("Address").first().fill(`seeds-now-${mark}`);
  const saved = page.waitForResponse(
    (response) => /\/trpc\/catalog\.tree\./.test(response.url()) && response.request().method() === "POST",
  );
  await page.getByRole("button", { name: "Save the category" }).click();
  expect((await saved).ok()).toBe(true);
  await expect(page.getByText("The category is saved.")).toBeVisible();
  const answer = await page.request.get(`/en/catalog/${former}`, { maxRedirects: 0 });
  expect([answer.status(), answer.headers()["location"]]).toEqual([301, `/en/catalog/seeds-now-${mark}`]);

  await page.locator("summary", { hasText: "Delete the category" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL("**/admin/categories?in=*");
  await hydrated(page);
  await expect(page.getByRole("heading", { level: 1, name: `Tools ${mark}` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing lies in it yet" })).toBeVisible();
});
