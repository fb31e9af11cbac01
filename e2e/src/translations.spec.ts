import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 180_000 });

test("staff go from one missing translation to the next, and a changed source makes its translation stale", async ({
  page,
}) => {
  await anAdmin(page);
  const mark = Date.now();
  for (const name of [`Ваза ${mark}`, `Поднос ${mark}`]) {
    await open(page, "/en/admin/products/new");
    await page.getByLabel("Name in Russian").fill(name);
    await page.getByRole("button", { name: "Make the draft" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await open(page, "/en/admin/translations?kind=product&locale=en");
  const heading = page.getByRole("main").getByRole("heading", { level: 2 });
  await page.getByRole("button", { name: `Ваза ${mark}` }).click();
  await expect(heading).toHaveText(`Ваза ${mark}`);
  await page.getByLabel("Name, in English").fill(`Vase ${mark}`);
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(heading).toHaveText(`Поднос ${mark}`);
  await expect(page.getByRole("button", { name: `Ваза ${mark}` })).toHaveCount(0);

  await open(page, `/en/admin/products?q=${mark}`);
  await page.getByRole("link", { name: `Vase ${mark}` }).click();
  await page.getByLabel("Name in Russian").fill(`Высокая ваза ${mark}`);
  await page.getByRole("button", { name: "Save texts and details" }).click();
  const texts = page.getByRole("region", { name: "Translations" });
  await expect(texts).toContainText("in English: 0 of 1 texts (the source has changed)");
  await texts.getByLabel("Still right as it is").check();
  await texts.getByRole("button", { name: "Save the translation" }).click();
  await expect(texts).toContainText("in English: 1 of 1 texts");
});
