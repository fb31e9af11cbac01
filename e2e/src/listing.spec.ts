import type { Locator, Page } from "@playwright/test";
import { expect, open, test } from "./test.ts";

const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const countOf = async (box: Locator) => Number(/(\d+)$/.exec((await box.locator("xpath=..").textContent()) ?? "")?.[1]);
const total = (page: Page) =>
  page
    .getByRole("main")
    .getByText(/^\d+ товар/)
    .first();
const goods = (count: number) => new RegExp(`^${count} товар`);
const shown = (page: Page) => page.getByRole("article").getByRole("heading").allTextContents();

test("values of a facet add up, facets narrow, and each count is what the tick brings", async ({ page }) => {
  await open(page, "/catalog/home");
  const colour = group(page, "Цвет");
  const names = await colour.getByRole("listitem").allTextContents();
  const [first, second] = [colour.getByRole("checkbox").nth(0), colour.getByRole("checkbox").nth(1)];

  const expected = await countOf(first);
  await first.check();
  await page.waitForURL(/[?&]color=/);
  await expect(total(page)).toHaveText(goods(expected));
  await second.check();
  await page.waitForURL(/color=.*color=/);
  await expect(total(page)).not.toHaveText(goods(expected));

  const material = group(page, "Материал").getByRole("checkbox", { disabled: false }).first();
  const narrowed = await countOf(material);
  await material.check();
  await page.waitForURL(/material=/);
  await expect(total(page)).toHaveText(goods(narrowed));
  // Nothing has moved: the values stand where they stood, and what is on shows above the list too.
  const label = (text: string) => text.replace(/[\d\s]+$/, "");
  expect((await colour.getByRole("listitem").allTextContents()).map(label)).toEqual(names.map(label));
  const on = page.getByRole("list", { name: "Включённые фильтры" });
  await expect(on.getByRole("link", { name: /^Убрать фильтр: Цвет: / })).toHaveCount(2);
  await expect(material).toBeFocused();
});

test("a filter above the list and its box in the sidebar are one, and the address alone rebuilds the list", async ({
  page,
  browser,
}) => {
  await open(page, "/catalog/home");
  const chip = page.getByRole("list", { name: "Цвет" }).getByRole("link").first();
  const box = group(page, "Цвет").getByRole("checkbox").first();

  await chip.click();
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect(chip).not.toHaveAttribute("aria-current");
  await chip.click();
  await page.getByLabel("Порядок").selectOption("price-desc");
  await page.waitForURL(/color=.*sort=price-desc/);
  await expect(page.getByRole("article").first()).toBeVisible();

  const elsewhere = await browser.newPage();
  await elsewhere.goto(page.url());
  expect(await shown(elsewhere)).toEqual(await shown(page));
  await elsewhere.close();
});

test("a tick far down leaves the place and the focus", async ({ page }) => {
  await open(page, "/catalog/home");
  const box = page.getByLabel("Только в наличии");
  await box.scrollIntoViewIfNeeded();
  const before = await box.boundingBox();

  await box.focus();
  await page.keyboard.press("Space");
  await page.waitForURL(/stock=1/);

  await expect(box).toBeFocused();
  expect(Math.abs(((await box.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(120);
});

test("what a card shows can be filtered, and it says its rating with the number of reviews", async ({ page }) => {
  await open(page, "/catalog/home");
  const cards = page.getByRole("article");

  await expect(cards.locator("svg:has(circle)").first()).toBeVisible();
  await expect(group(page, "Цвет").locator("svg:has(circle)").first()).toBeVisible();
  for (const filter of ["Цена, RUB", "Оценка", "Цвет"]) await expect(group(page, filter)).toBeVisible();
  await expect(page.getByLabel("Только в наличии")).toBeVisible();
  await expect(cards.filter({ hasText: /\d,\d из 5.*\d+ отзыв/ }).first()).toBeVisible();
  await expect(cards.filter({ hasText: /старая цена/ }).first()).toBeAttached();
  const products = await cards.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const pages = products.filter((href) => href?.startsWith("/p/"));
  expect(new Set(pages).size).toBe(pages.length);
});

test("an empty list names the filter to take off and what comes back", async ({ page }) => {
  await open(page, "/catalog/home?min=900000&stock=1");
  await expect(page.getByRole("heading", { name: "Под эти фильтры ничего не подходит" })).toBeVisible();
  const loosen = page.getByRole("link", { name: /^Без «Цена»: \d+ товар/ });
  const back = Number(/\d+/.exec((await loosen.textContent()) ?? "")?.[0]);

  await loosen.click();
  await page.waitForURL("**/catalog/home?stock=1");

  expect(back).toBeGreaterThan(0);
  await expect(total(page)).toHaveText(goods(back));
});

test("an address older than the catalogue says what was left out of it", async ({ page }) => {
  await open(page, "/catalog/home?color=nobody&surprise=1");

  await expect(page.getByRole("status").filter({ hasText: "color: nobody, surprise: 1" })).toBeVisible();
  await page.getByRole("link", { name: "Убрать их из адреса" }).click();

  await page.waitForURL("**/catalog/home");
});

test("a search keeps its words beside facets and order; what cannot be found is never a bare page", async ({
  page,
}) => {
  await open(page, "/search?q=кружка");
  await expect(page.getByRole("searchbox")).toHaveValue("кружка");
  await expect(page.getByLabel("Порядок")).toBeVisible();
  await group(page, "Цвет").getByRole("checkbox").first().check();
  await page.waitForURL(/color=.*q=/);
  await expect(page.getByRole("searchbox")).toHaveValue("кружка");

  await open(page, "/search?q=кружкв");
  await expect(page.getByRole("main").getByRole("link", { name: /^кружк/ })).toBeVisible();
  await open(page, "/search?q=ыфпжэщцшгъ");
  await expect(page.getByRole("main").getByRole("list", { name: "Категории" }).getByRole("link").first()).toBeVisible();
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("facets are ticked, sent, shown in the list, and taken off", async ({ page }) => {
    await page.goto("/catalog/home");
    const colour = group(page, "Цвет");
    await colour.getByRole("checkbox").nth(0).check();
    await colour.getByRole("checkbox").nth(1).check();
    await page.getByRole("button", { name: "Показать", exact: true }).click();

    await expect(page).toHaveURL(/\/catalog\/home\?color=[^&=]+&color=[^&=]+$/);
    await expect(colour.getByRole("checkbox", { checked: true })).toHaveCount(2);
    await page
      .getByRole("link", { name: /^Убрать фильтр: Цвет/ })
      .first()
      .click();
    await expect(colour.getByRole("checkbox", { checked: true })).toHaveCount(1);
  });
});
