import { readFile } from "node:fs/promises";
import { anAddress, anAdmin } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

test.describe.configure({ timeout: 180_000 });

test("a shopkeeper sends a file, says what its columns mean, looks at what would happen, takes it in and undoes it", async ({
  page,
}) => {
  const mark = anAddress().slice(7, 15);
  const csv = `Code;Name;Price\n${mark}-1;Lamp ${mark};10\n${mark}-2;Vase ${mark};ten\n`;
  await anAdmin(page);
  await open(page, "/en/admin/imports");

  await page
    .getByLabel("File")
    .setInputFiles({ name: `goods-${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Send the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `goods-${mark}.csv` })).toBeVisible();
  await page.getByLabel("Code").selectOption({ label: "SKU" });
  await page.getByRole("button", { name: "Show what would happen" }).click();
  await expect(page.getByRole("heading", { name: "Tried, not started" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("cell", { name: "is no number: ten" })).toBeVisible();
  const [faults] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download all as CSV" }).click(),
  ]);
  expect(await readFile(await faults.path(), "utf8")).toContain("price_usd,not-a-number,ten");

  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible({ timeout: 30_000 });
  await page.locator("summary", { hasText: "Undo this import" }).click();
  await page.getByRole("button", { name: "Undo the whole import" }).click();
  await expect(page.getByText("1 product went back.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "All imports" }).click();
  await expect(page.getByRole("link", { name: `goods-${mark}.csv` })).toBeVisible();
});

test("pictures are added to a product, put in order and told in words", async ({ page }) => {
  await anAdmin(page);
  await open(page, "/en/admin/products");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  await page.waitForURL(/\/admin\/products\/[\da-f-]{36}$/);
  await hydrated(page);
  await page.waitForLoadState("networkidle");
  const pictures = page.getByRole("region", { name: "Pictures" });
  const before = await pictures.getByLabel("What it shows, in English").count();

  await pictures.getByLabel("Add pictures").setInputFiles([
    {
      name: "a.png",
      mimeType: "image/png",
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 300 } }),
    },
    {
      name: "b.png",
      mimeType: "image/png",
      buffer: await page.screenshot({ clip: { x: 0, y: 100, width: 300, height: 300 } }),
    },
  ]);
  await expect(pictures.getByLabel("What it shows, in English")).toHaveCount(before + 2, { timeout: 30_000 });
  await pictures.getByLabel("What it shows, in English").last().fill("Seen from behind");
  await pictures.getByRole("button", { name: /^Earlier: Seen from behind/ }).click();
  await pictures.getByRole("button", { name: "Save the pictures" }).click();
  await expect(pictures.getByText("The pictures are saved.")).toBeVisible();

  await page.reload();
  await hydrated(page);
  await expect(pictures.getByLabel("What it shows, in English").nth(before)).toHaveValue("Seen from behind");
  await pictures.getByLabel("Add pictures").setInputFiles({
    name: "picture.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg onload=alert(1)>"),
  });
  await expect(pictures.getByRole("alert")).toContainText("no picture that the shop can read");
});
