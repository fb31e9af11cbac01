import { ADMIN, signIn } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

test("by the keyboard alone staff go to a room and to a product by its SKU", async ({ page }) => {
  await signIn(page, ADMIN, "/en/admin/products");
  const sku = (await page.getByRole("main").getByRole("table").locator("code").first().textContent()) ?? "";
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Room, product, order, customer or collection" });
  await expect(field).toBeFocused();
  await field.fill("stoc");
  await expect(page.getByRole("option", { name: "Stock" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/admin\/stock$/);

  await page.keyboard.press("Control+k");
  await field.fill(sku);
  const found = page.getByRole("group", { name: "Products" }).getByRole("option").first();
  await expect(found).toContainText(sku);
  await expect(found).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/admin\/products\/[0-9a-f-]{36}$/);

  await page.getByRole("button", { name: "Find and go" }).click();
  await field.fill("nothing of the kind");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveText("Nothing is called so.");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Find and go" })).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the rooms are folded behind one line and open without a script", async ({ page, browser }) => {
    await signIn(page, ADMIN, "/en/admin/orders");
    const rooms = page.getByRole("navigation", { name: "Back office" });
    await expect(rooms.getByRole("link", { name: "Products" })).toBeHidden();
    expect((await rooms.boundingBox())?.height).toBeLessThan(60);

    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
      viewport: { width: 360, height: 740 },
    });
    const plain = await context.newPage();
    await plain.goto(new URL("/en/admin/orders", page.url()).href);
    const folded = plain.getByRole("navigation", { name: "Back office" });
    await folded.locator("summary").click();
    await folded.getByRole("link", { name: "Products" }).click();
    await expect(plain.getByRole("heading", { level: 1, name: "Products" })).toBeVisible();
    await context.close();

    await open(page, "/en/admin/products");
    await rooms.locator("summary").click();
    await rooms.getByRole("link", { name: "Stock" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Stock" })).toBeVisible();
    await expect(rooms.getByRole("link", { name: "Products" })).toBeHidden();
  });
});
