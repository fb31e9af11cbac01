import { randomUUID } from "node:crypto";
import { expect, hydrated, open, test } from "./test.ts";

const PASSWORD = "четыре несвязанных слова тут";
const STAFF = { email: "staff@vitrina.example", password: "vitrina-demo-2026" };

test("a shopper finds a product, signs up, uses a code, orders, and reviews what was delivered", async ({
  page,
  browser,
  complaints,
}) => {
  const email = `shopper-${randomUUID()}@vitrina.example`;

  await open(page, "/");
  await page.getByRole("searchbox").fill("кружка");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Кружка/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/p\//);
  const productUrl = page.url();
  await page.getByRole("main").getByRole("button", { name: "В корзину", exact: true }).first().click();
  await expect(page.getByRole("status").getByRole("link", { name: "Перейти в корзину" })).toBeVisible();

  await open(page, "/sign-up?return=/cart");
  await page.getByLabel("Ваше имя").fill("Анна Покупатель");
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Зарегистрироваться" }).click();

  await page.waitForURL("**/cart");
  await hydrated(page);
  await page.getByText("У меня есть промокод").click();
  await page.getByLabel("Промокод").fill("welcome10");
  await page.getByRole("button", { name: "Применить" }).click();
  await expect(page.getByText("Скидка")).toBeVisible();
  await page.getByRole("link", { name: "Оформить заказ" }).click();

  await expect(page.getByLabel("Электронная почта")).toHaveValue(email);
  await page.getByLabel("Имя и фамилия получателя").fill("Анна Покупатель");
  await page.getByLabel("Телефон", { exact: true }).fill("8 912 345-67-89");
  await page.getByLabel("Город").fill("Москва");
  await page.getByLabel("Индекс").fill("101000");
  await page.getByLabel("Улица и дом").fill("Мясницкая, 1");
  await page.getByLabel(/Даю согласие/).check();
  const order = page.getByRole("button", { name: /Оформить заказ на/ });
  await expect(order).toBeEnabled();
  await order.click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("оформлен");
  const number = /№ (\S+)/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[1] ?? "";
  expect(number).not.toBe("");
  await expect
    .poll(async () => (await page.request.get("/inbox")).text(), { message: "the confirmation arrives" })
    .toContain(email);

  await deliver(await (await browser.newContext()).newPage(), number);

  await open(page, `${productUrl}#reviews`);
  await page.getByLabel("5", { exact: true }).check();
  await page.getByLabel("Ваш опыт").fill("Удобная ручка и приятный цвет, пью из неё каждый день.");
  await page.getByRole("button", { name: "Опубликовать" }).click();
  await expect(page.getByText("Удобная ручка и приятный цвет")).toBeVisible();
  expect(complaints).toEqual([]);
});

/** The shopkeeper's part: ships the order and marks it delivered. */
async function deliver(page: import("@playwright/test").Page, number: string): Promise<void> {
  await open(page, "/sign-in?return=/admin/orders");
  await page.getByLabel("Электронная почта").fill(STAFF.email);
  await page.getByLabel("Пароль").fill(STAFF.password);
  await page.getByRole("button", { name: "Войти" }).click();
  await page.waitForURL("**/admin/orders");
  await hydrated(page);
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: "Отметить отправленным" }).click();
  await page.getByRole("button", { name: "Отметить доставленным" }).click();
  await expect(page.getByText("Завершён").or(page.getByText("Доставлен")).first()).toBeVisible();
  await page.context().close();
}
