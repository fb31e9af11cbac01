import { openDatabase } from "@vitrina/db";
import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("goods are received, corrected and counted on the spot, and the history says who did it and why", async ({
  page,
}) => {
  await anAdmin(page);
  await open(page, "/en/admin/stock");
  const goods = page.getByRole("region", { name: "Goods by SKU" });
  const sku = (await goods.locator("tbody tr p").first().textContent()) ?? "";
  await page.getByLabel("SKU, barcode or name of the product").fill(sku.slice(0, -1));
  await page.getByRole("button", { name: "Find", exact: true }).last().click();
  await expect(goods).toContainText(sku);
  await goods.getByRole("link").first().click();
  const shelf = page.getByRole("list", { name: "What lies where" }).getByRole("listitem").first();
  const pieces = async () => Number(/(\d+) pieces? on hand/.exec((await shelf.textContent()) ?? "")?.[1] ?? 0);
  const act = (name: string) =>
    shelf.locator("details").filter({ has: page.locator("summary", { hasText: new RegExp(`^${name}$`) }) });
  await expect(shelf).toBeVisible();
  const before = await pieces();

  await act("Receive").locator("summary").click();
  await act("Receive").getByLabel("Pieces that came in").fill("5");
  await act("Receive").getByLabel("Delivery note").fill("DN-77");
  await act("Receive").getByRole("button", { name: "Write it down" }).click();
  await expect(shelf).toContainText(`${before + 5} pieces on hand`);

  await act("Correct").locator("summary").click();
  await act("Correct").getByLabel("More, or with a minus less").fill("-100000");
  await act("Correct").getByLabel("Reason").fill("they are broken");
  await act("Correct").getByRole("button", { name: "Write it down" }).click();
  await expect(act("Correct").getByRole("alert")).toContainText("no more can leave");
  await expect(act("Correct").getByLabel("Reason")).toHaveValue("they are broken");
  await act("Correct").getByLabel("More, or with a minus less").fill("-2");
  await act("Correct").getByRole("button", { name: "Write it down" }).click();
  await expect(shelf).toContainText(`${before + 3} pieces on hand`);

  const history = page.locator("section").filter({ has: page.getByRole("heading", { name: "What moved it" }) });
  await expect(history.getByRole("listitem").first()).toContainText("−2");
  await expect(history.getByRole("listitem").first()).toContainText("they are broken");
  await expect(history.getByRole("listitem").nth(1)).toContainText("DN-77");
});

test("a place is made and closed", async ({ page }) => {
  await anAdmin(page);
  await open(page, "/en/admin/stock/locations");
  const code = `back-${Date.now() % 1_000_000}`;
  await page.getByLabel("Name in Russian").last().fill("Задняя комната");
  await page.getByLabel("Name in English").last().fill(`Back room ${code}`);
  await page.getByLabel("Code of the place").last().fill(code);
  await page.getByRole("button", { name: "Make the place" }).click();
  const place = page.getByRole("listitem").filter({ hasText: `Back room ${code}` });
  await expect(place).toContainText("every country");

  await place.locator("summary").click();
  await place.getByLabel("Closed: nothing new is sold from here").check();
  await place.getByRole("button", { name: "Save the place" }).click();
  await expect(place).toContainText("closed place");
});

/** The address of the page of what has that SKU. */
async function pageOf(sku: string): Promise<string> {
  const { pool, close } = openDatabase<unknown>({ connectionString: process.env["SHOP_DATABASE"] ?? "", max: 1 });
  const { rows } = await pool.query<{ slug: string }>(
    "select slug from catalog.product join catalog.variant on variant.product_id = product.id where sku = $1",
    [sku],
  );
  await close();
  return `/en/p/${rows[0]?.slug ?? ""}?v=${encodeURIComponent(sku)}`;
}

test("the product's page follows the stock without a reload, and says when what is sold to order comes", async ({
  page,
  browser,
}) => {
  await anAdmin(page);
  await open(page, "/en/admin/stock");
  const goods = page.getByRole("region", { name: "Goods by SKU" });
  const sku = (await goods.locator("tbody td:first-child p").nth(7).textContent()) ?? "";
  await goods.getByRole("link").nth(7).click();
  const shelf = page.getByRole("list", { name: "What lies where" }).getByRole("listitem").first();
  const count = async (pieces: number) => {
    const form = shelf.locator("details").filter({ has: page.locator("summary", { hasText: /^Count$/ }) });
    await form.locator("summary").click();
    await form.getByLabel("Pieces that lie there").fill(String(pieces));
    await form.getByLabel("Reason").fill("yearly count");
    await form.getByRole("button", { name: "Write it down" }).click();
    await expect(form.getByRole("button", { name: "Write it down" })).toBeHidden();
  };
  await expect(shelf).toBeVisible();
  await count(37);
  const theirs = await browser.newContext();
  const shopper = await theirs.newPage();
  await open(shopper, await pageOf(sku));
  await expect(shopper.getByText("In stock")).toBeVisible();

  await count(3);
  await expect(shopper.getByText("Only 3 left")).toBeVisible();
  await count(0);
  await expect(shopper.getByText("Sold out")).toBeVisible();
  await expect(shopper.getByRole("button", { name: "Add to cart" })).toHaveCount(0);
  await page.getByLabel("Sold to order, up to so many pieces at once").check();
  await page.getByLabel("Expected on the day").fill("2027-01-15");
  await page.getByRole("button", { name: "Save how it is sold" }).click();
  await expect(shopper.getByText("To order: expected on 15 January 2027")).toBeVisible();
  await expect(shopper.getByRole("button", { name: "Add to cart" }).first()).toBeVisible();
  await theirs.close();
});
