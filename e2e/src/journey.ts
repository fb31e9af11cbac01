import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, hydrated, open } from "./test.ts";

const STAFF = { email: "staff@vitrina.example", password: "vitrina-demo-2026" };
const PASSWORD = "four unrelated words in a row";

/** The words of the page that the journey reads and presses. */
const WORDS = {
  ru: {
    prefix: "",
    add: "В корзину",
    name: "Ваше имя",
    email: "Электронная почта",
    password: "Пароль",
    signUp: "Зарегистрироваться",
    haveCode: "У меня есть промокод",
    code: "Промокод",
    apply: "Применить",
    discount: "Скидка",
    checkout: "Оформить заказ",
    fullName: "Имя и фамилия получателя",
    phone: "Телефон",
    city: "Город",
    postcode: "Индекс",
    street: "Улица и дом",
    consent: /Даю согласие/,
    order: /Оформить заказ на/,
    placed: "оформлен",
    experience: "Ваш опыт",
    publish: "Опубликовать",
    address: { phone: "8 912 345-67-89", city: "Москва", postcode: "101000", street: "Мясницкая, 1" },
  },
  en: {
    prefix: "/en",
    add: "Add to cart",
    name: "Your name",
    email: "E-mail",
    password: "Password",
    signUp: "Create the account",
    haveCode: "I have a code",
    code: "Code",
    apply: "Apply",
    discount: "Discount",
    checkout: "Go to checkout",
    fullName: "Full name of the recipient",
    phone: "Phone",
    city: "City",
    postcode: "Postcode",
    street: "Street and house",
    consent: /I agree/,
    order: /Order for/,
    placed: "is placed",
    experience: "Your experience",
    publish: "Publish",
    address: { phone: "+49 30 901820", city: "Berlin", postcode: "10178", street: "Rathausstraße 15" },
  },
} as const;

interface Journey {
  locale: keyof typeof WORDS;
  /** What the shopper looks for. */
  query: string;
}

/** A shopper finds a product, signs up, applies a code, orders, gets the letter, and reviews what was delivered. */
export async function buyAndReview(page: Page, { locale, query }: Journey): Promise<void> {
  const words = WORDS[locale];
  const id = randomUUID();
  const email = `shopper-${id}@vitrina.example`;
  const review = `It has served me every day since it came, and I would buy it again: ${id}.`;

  await open(page, words.prefix || "/");
  await page.getByRole("searchbox").fill(query);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=/);
  await page.locator("main a[href*='/p/']").first().click();
  await expect(page).toHaveURL(/\/p\//);
  const productUrl = page.url();
  await page.getByRole("main").getByRole("button", { name: words.add, exact: true }).first().click();
  await expect(page.getByRole("status").getByRole("link")).toBeVisible();

  await open(page, `${words.prefix}/sign-up?return=${words.prefix}/cart`);
  await page.getByLabel(words.name).fill("Anna Buyer");
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: words.signUp }).click();
  await page.waitForURL("**/cart");
  await hydrated(page);
  await page.getByText(words.haveCode).click();
  await page.getByLabel(words.code, { exact: true }).fill("welcome10");
  await page.getByRole("button", { name: words.apply }).click();
  await expect(page.getByText(words.discount)).toBeVisible();
  await page.getByRole("link", { name: words.checkout }).click();

  await expect(page.getByLabel(words.email)).toHaveValue(email);
  await page.getByLabel(words.fullName).fill("Anna Buyer");
  for (const field of ["phone", "city", "postcode", "street"] as const)
    await page.getByLabel(words[field], { exact: true }).fill(words.address[field]);
  await page.getByLabel(words.consent).check();
  const order = page.getByRole("button", { name: words.order });
  await expect(order).toBeEnabled();
  await order.click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText(words.placed);
  const number = /№ (\S+)/.exec((await heading.textContent()) ?? "")?.[1] ?? "no number";
  const inbox = async () => (await page.request.get("/inbox")).text();
  await expect.poll(inbox, { message: "the confirmation arrives" }).toContain(email);

  await deliver(page, number);
  await open(page, `${productUrl}#reviews`);
  await page.getByLabel("5", { exact: true }).check();
  await page.getByLabel(words.experience).fill(review);
  await page.getByRole("button", { name: words.publish }).click();
  await expect(page.getByText(review)).toBeVisible();
}

/** The shopkeeper's part, in a browser of their own: the order is shipped and delivered. */
async function deliver(shopper: Page, number: string): Promise<void> {
  const context = await shopper.context().browser()?.newContext();
  if (!context) throw new Error("the browser is gone");
  const page = await context.newPage();
  await open(page, "/en/sign-in?return=/en/admin/orders");
  await page.getByLabel("E-mail").fill(STAFF.email);
  await page.getByLabel("Password").fill(STAFF.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/admin/orders");
  await hydrated(page);
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: "Mark as shipped" }).click();
  await page.getByRole("button", { name: "Mark as delivered" }).click();
  await expect(page.getByRole("main").getByText("Delivered").first()).toBeVisible();
  await context.close();
}
