import { expect, open, test } from "./test.ts";

test("a guest finds, buys and pays on delivery for something out of the real catalogue of 19,406", async ({
  page,
  complaints,
}) => {
  await page.context().addCookies([{ name: "currency", value: "USD", url: process.env["SHOP_URL"] ?? "" }]);
  await open(page, "/en/search?q=ink+cartridge");
  await page.locator("main a[href*='/p/']").first().click();
  await page.waitForURL("**/p/**");
  await page.getByRole("main").getByRole("button", { name: "Add to cart", exact: true }).first().click();
  await expect(page.getByRole("status").getByRole("link")).toBeVisible();
  await open(page, "/en/checkout");
  await page.getByLabel("E-mail").fill("real@vitrina.example");
  await page.getByLabel("Full name of the recipient").fill("Jane Buyer");
  await page.getByLabel("Phone", { exact: true }).fill("+49 30 901820");
  await page.getByLabel("City").fill("Berlin");
  await page.getByLabel("Postcode").fill("10178");
  await page.getByLabel("Street and house").fill("Rathausstraße 15");
  await page.getByLabel(/I agree/).check();
  await page.getByRole("button", { name: /Order for/ }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("is placed");
  expect(complaints).toEqual([]);
});
