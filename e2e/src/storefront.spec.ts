import { randomUUID } from "node:crypto";
import { ADMIN } from "./people.ts";
import { expect, open, test } from "./test.ts";

test("a page opens without asking the server for what it already shows", async ({ page, complaints }) => {
  const calls: string[] = [];
  page.on("request", (request) => /\/(trpc|auth)\//.test(request.url()) && calls.push(request.url()));

  for (const path of ["/", "/search?q=чайник", "/en"]) await open(page, path);
  await page.getByRole("main").getByRole("link").first().waitFor();

  expect(calls).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the same list comes back from its address alone", async ({ page, browser }) => {
  await open(page, "/search?q=кружка&sort=price");
  const names = await page
    .getByRole("main")
    .getByRole("link", { name: /Кружка/ })
    .allTextContents();
  expect(names.length).toBeGreaterThan(1);

  const other = await (await browser.newContext()).newPage();
  await open(other, page.url());

  expect(
    await other
      .getByRole("main")
      .getByRole("link", { name: /Кружка/ })
      .allTextContents(),
  ).toEqual(names);
  await other.context().close();
});

test("a misspelt word and the wrong keyboard layout find the mug all the same", async ({ page }) => {
  for (const query of ["кружкка", "rhe;rf"]) {
    await open(page, `/search?q=${encodeURIComponent(query)}`);
    await expect(
      page
        .getByRole("main")
        .getByRole("link", { name: /Кружка/ })
        .first(),
      query,
    ).toBeVisible();
  }
});

test("a search that finds nothing leads to the fullest categories and to who helps", async ({ page }) => {
  await open(page, "/search?q=zzzzqqqq");
  const main = page.getByRole("main");

  await expect(main.getByRole("heading", { name: "Ничего не нашлось" })).toBeVisible();
  await expect(main.getByRole("link", { name: "shop@vitrina.example" })).toHaveAttribute(
    "href",
    "mailto:shop@vitrina.example",
  );
  await main.getByRole("list", { name: "Категории" }).getByRole("link").first().click();
  await page.waitForURL("**/catalog/**");
});

test("who helps stands at the same place on every page", async ({ page }) => {
  const places = [];
  for (const path of ["/", "/search?q=zzzzqqqq", "/cart", "/sign-in", "/p/port-mug", "/nothing/here"]) {
    await open(page, path);
    places.push(
      await page.evaluate(() => {
        const links = [...document.querySelectorAll("footer a, footer button")];
        return links.length - links.findIndex((each) => each.textContent === "shop@vitrina.example");
      }),
    );
  }
  expect(new Set(places)).toEqual(new Set([places[0]]));
});

test("an unknown address says so and keeps the search at hand", async ({ page }) => {
  const response = await page.goto("/p/nothing-of-the-kind");

  expect(response?.status()).toBe(404);
  await expect(page.getByRole("searchbox")).toBeVisible();
});

test("nobody leaves for another site by signing in", async ({ page }) => {
  await open(page, "/sign-in?return=//evil.example");
  await page.getByLabel("Электронная почта").fill("shopper@vitrina.example");
  await page.getByLabel("Пароль").fill("vitrina-demo-2026");
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL("**/account");

  expect(new URL(page.url()).hostname).toBe("localhost");
});

test("a double click on the order button and a lost answer make one order", async ({ page }) => {
  const email = `guest-${randomUUID()}@vitrina.example`;
  await open(page, "/search?q=чайник");
  await page.locator("main a[href*='/p/']").first().click();
  await page.getByRole("main").getByRole("button", { name: "В корзину", exact: true }).first().click();
  await expect(page.getByRole("status").getByRole("link", { name: "Перейти в корзину" })).toBeVisible();
  await open(page, "/checkout");
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Имя и фамилия получателя").fill("Гость Магазина");
  await page.getByLabel("Телефон", { exact: true }).fill("+7 912 345-67-89");
  await page.getByLabel("Город").fill("Москва");
  await page.getByLabel("Индекс").fill("101000");
  await page.getByLabel("Улица и дом").fill("Мясницкая, 1");
  await page.getByLabel(/Даю согласие/).check();
  let lost = 0;
  await page.route("**/trpc/orders.placeOrder", async (route) => {
    const answer = await route.fetch();
    if (lost++ === 0) await route.abort("connectionreset");
    else await route.fulfill({ response: answer });
  });

  const order = page.getByRole("button", { name: /Оформить заказ на/ });
  await order.click();
  await expect(page.getByRole("alert")).toBeVisible();
  await order.dblclick();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("оформлен");
  expect(lost).toBeGreaterThan(1);
  const lettersTo = async () => (await (await page.request.get("/inbox")).text()).split(email).length - 1;
  await expect.poll(lettersTo, { message: "one letter for one order" }).toBe(1);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the shop can be walked by links and forms", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("чайник");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=/);
    await page.getByRole("main").locator("a[href*='/p/']").first().click();
    await expect(page).toHaveURL(/\/p\//);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Чайник");
  });
});

test("a form that is sent before the page's script has come goes once it has", async ({ page }) => {
  const { email, password } = ADMIN;
  const script = Promise.withResolvers<void>();
  await page.route(/\.js(\?|$)/, async (route) => {
    await script.promise;
    await route.continue();
  });
  await page.goto("/en/sign-in?return=/en/account", { waitUntil: "commit" });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  script.resolve();
  await page.waitForURL("**/en/account");
});
