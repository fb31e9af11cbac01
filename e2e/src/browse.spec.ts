import { expect, open, test } from "./test.ts";

test("filters are in the address and Back takes them off again", async ({ page }) => {
  await open(page, "/catalog/kitchen");
  await page.getByLabel("Порядок").selectOption("price");
  await page.waitForURL("**/catalog/kitchen?sort=price");
  await page.getByLabel("От", { exact: true }).fill("2000");
  await page.getByRole("button", { name: /^Показать \d/ }).click();
  await page.waitForURL("**/catalog/kitchen?min=2000&sort=price");

  await page.getByRole("link", { name: "Убрать фильтр: от 2 000 ₽" }).click();
  await page.waitForURL("**/catalog/kitchen?sort=price");
  await page.goBack();

  await page.waitForURL("**/catalog/kitchen?min=2000&sort=price");
  await expect(page.getByLabel("От", { exact: true })).toHaveValue("2000");
});

test("'show more' adds the next page, and Back from a product finds the same card in the same place", async ({
  page,
}) => {
  await open(page, "/catalog/home");
  const cards = page.getByRole("article");
  await expect(cards).toHaveCount(24);

  await page.getByRole("link", { name: "Показать ещё" }).click();
  await expect(cards.nth(25)).toBeAttached();
  // Turn by turn, as a person does who has seen the new goods.
  await expect(async () => {
    await page.mouse.wheel(0, 500);
    await expect(cards.last()).toBeInViewport({ timeout: 200 });
  }).toPass();
  await cards.last().getByRole("link").hover();
  const before = await page.evaluate(() => window.scrollY);
  await cards.last().getByRole("link").click();
  await page.waitForURL("**/p/**");
  await expect(page.getByRole("region", { name: "Описание" })).toBeVisible();
  await page.goBack();

  await expect(cards.nth(25)).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThanOrEqual(8);
});

test("choosing a variant changes address and price without asking the server", async ({ page }) => {
  const calls: string[] = [];
  await open(page, "/p/kora-mug");
  // What can be sold is followed by a stream of its own, begun whenever the page rests.
  const asks = (url: string) => /\/trpc\/(?!inventory\.watch)/.test(url);
  page.on("request", (request) => asks(request.url()) && calls.push(request.url()));
  const price = page.getByRole("main").getByText(/₽/).first();
  const small = await price.textContent();

  await page.getByRole("link", { name: "350 мл" }).click();
  await page.waitForURL("**/p/kora-mug?v=*350ML");

  await expect(price).not.toHaveText(small ?? "");
  expect(calls).toEqual([]);
});

test("the bars of the histogram choose the reviews", async ({ page }) => {
  await open(page, "/p/kora-mug");

  await page.getByRole("link", { name: /^4 звезды/ }).click();
  await page.waitForURL("**/p/kora-mug?stars=4#reviews");

  const shown = page.locator("#reviews").getByRole("article");
  await expect(shown.filter({ hasNotText: "4 из 5" })).toHaveCount(0);
  await expect(shown.first()).toBeVisible();
});

test("the cart opens beside the page, keeps the focus and gives it back", async ({ page }) => {
  await open(page, "/p/kora-mug");
  await page.getByRole("main").getByRole("button", { name: "В корзину", exact: true }).first().click();
  const cart = page.getByRole("link", { name: /^Корзина/ });
  await expect(cart).toHaveText(/1 товар/);

  await cart.click();
  const drawer = page.getByRole("dialog", { name: "Корзина" });
  await expect(drawer.getByText("Кружка «Кора»").first()).toBeVisible();
  await page.keyboard.press("Escape");

  await expect(drawer).toBeHidden();
  await expect(cart).toBeFocused();
});

test("currency and language stay with the visitor, on the same page", async ({ page }) => {
  await open(page, "/p/kora-mug");

  await page.getByRole("button", { name: "EUR" }).click();
  await expect(page.getByRole("main").getByText(/€/).first()).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();

  await page.waitForURL("**/en/p/kora-mug");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("main").getByText(/€/).first()).toBeVisible();
});

test("what the page says of itself to search engines is what it shows", async ({ page }) => {
  await page.goto("/p/kora-mug");
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const product = texts.map((text) => JSON.parse(text)).find((thing) => thing["@type"] === "Product");

  const shown = await page.getByRole("main").getByText(/₽/).first().textContent();
  expect(Number(product.offers.price)).toBe(Number((shown ?? "").replaceAll(/[^\d,]/g, "").replace(",", ".")));
  expect(product.offers.priceCurrency).toBe("RUB");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/p\/kora-mug$/);
  await expect(page.locator("link[hreflang=en]")).toHaveAttribute("href", /\/en\/p\/kora-mug$/);
});

test.describe("with JavaScript off, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("the filters open, are sent and show in the list", async ({ page }) => {
    await page.goto("/catalog/kitchen");
    await page.getByRole("button", { name: "Фильтры" }).click();
    await page.getByLabel("Только в наличии").check();
    await page.getByRole("button", { name: "Показать", exact: true }).click();
    await page.getByLabel("Порядок").selectOption("price");
    await page.getByRole("button", { name: "Упорядочить" }).click();

    await expect(page).toHaveURL(/\/catalog\/kitchen\?sort=price&stock=1$/);
    await expect(page.getByRole("link", { name: "Убрать фильтр: В наличии" })).toBeVisible();
  });
});

test("pages behind the shop open from a browsed one in place, and Back returns to it", async ({ page }) => {
  const documents: string[] = [];
  await open(page, "/en/catalog/kitchen");
  page.on("request", (request) => request.resourceType() === "document" && documents.push(request.url()));

  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/en/sign-in");
  await page.goBack();

  await expect(page.getByRole("heading", { level: 1, name: "Kitchen" })).toBeVisible();
  expect(documents).toEqual([]);
});
