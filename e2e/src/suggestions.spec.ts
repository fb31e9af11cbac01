import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, test } from "./test.ts";

/** The field of the header, which becomes a combobox once it has the focus. */
const field = (page: Page) => page.locator("#search");
const options = (page: Page) => page.getByRole("listbox", { name: "Подсказки" }).getByRole("option");

async function type(page: Page, text: string): Promise<void> {
  await field(page).fill("");
  await field(page).pressSequentially(text);
}

test("what is being typed is met although it has a typo, the wrong layout or е for ё", async ({ page }) => {
  await open(page, "/");
  for (const [typed, expected] of [
    ["круж", /Кружка/],
    ["крушка", /Кружка/],
    ["rhe;rf", /Кружка/],
    ["чайнк", /Чайник/],
    ["xfqybr", /Чайник/],
    ["ламп", /Лампа/],
    ["mug", /Кружка/],
    ["kora", /Кора/],
  ] as const) {
    await type(page, typed);
    await expect(options(page).filter({ hasText: expected }).first(), typed).toBeVisible();
    expect(await options(page).count(), typed).toBeLessThanOrEqual(10);
  }
});

test("arrows lead through the suggestions, Escape closes them and Enter goes where they point", async ({ page }) => {
  await open(page, "/");
  await type(page, "кружк");
  await expect(field(page)).toHaveRole("combobox");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  const { violations } = await new AxeBuilder({ page }).include("search").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue("кружк");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/catalog\/mugs$/);
});

test("without a choice Enter searches for what was typed, also when suggestions fail", async ({ page }) => {
  await page.route("**/trpc/search.suggest*", (route) => route.abort());
  await open(page, "/");
  await type(page, "кружк");
  await page.keyboard.press("Enter");

  await page.waitForURL(/\/search\?q=/);
  await expect(page.getByRole("article").first()).toBeVisible();
});
