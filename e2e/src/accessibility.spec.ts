import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ADMIN, signIn } from "./people.ts";
import { expect, open, test } from "./test.ts";

const PAGES: [name: string, path: string][] = [
  ["home", "/"],
  ["search", "/search?q=%D0%BA%D1%80%D1%83%D0%B6%D0%BA%D0%B0"],
  ["nothing found", "/search?q=zzzzqqqq"],
  ["empty cart", "/cart"],
  ["empty checkout", "/checkout"],
  ["sign-in", "/sign-in"],
  ["sign-up", "/sign-up"],
  ["lost password", "/reset"],
  ["new password", "/reset/new"],
  ["address to confirm", "/verify"],
  ["new address", "/email/confirm"],
  ["old address", "/email/undo"],
  ["invitation", "/invite"],
  ["broken link to unsubscribe", "/unsubscribe/broken"],
  ["erasure asked for", "/erasure/asked"],
  ["erasure to undo", "/erasure/undo"],
  ["unknown page", "/nothing/here"],
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

const sidewaysScroll = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const colorScheme of ["light", "dark"] as const)
  for (const prefix of ["", "/en"])
    test.describe(`${prefix || "/ru"}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width: 360, height: 740 } });

      test("pages have no accessibility violation and no sideways scroll", async ({ page }) => {
        for (const [name, path] of PAGES) {
          await open(page, path === "/" ? prefix || "/" : prefix + path);
          expect(await violations(page), name).toEqual([]);
          expect(await sidewaysScroll(page), name).toBeLessThanOrEqual(0);
        }
      });

      test("listing, product, filled cart and checkout have none either", async ({ page }) => {
        await open(page, prefix || "/");
        await page.locator("a[href*='/catalog/']").first().click();
        await page.waitForURL("**/catalog/**");
        await page.locator("main a[href*='/p/']").first().waitFor();
        expect(await violations(page), "listing").toEqual([]);
        await page.locator("main a[href*='/p/']").first().click();
        await page.waitForURL("**/p/**");
        await page
          .getByRole("main")
          .getByRole("button", { name: /^(В корзину|Add to cart)$/ })
          .first()
          .click();
        await expect(page.getByRole("status").getByRole("link")).toBeVisible();
        expect(await violations(page), "product").toEqual([]);
        await open(page, `${prefix}/cart`);
        expect(await violations(page), "cart").toEqual([]);
        await open(page, `${prefix}/checkout`);
        await expect(page.getByRole("button", { name: /Оформить заказ на|Order for/ })).toBeVisible();
        expect(await violations(page), "checkout").toEqual([]);
      });
    });

const INSIDE = [
  "/account",
  "/account/orders",
  "/account/addresses",
  "/account/addresses/new",
  "/account/profile",
  "/account/email",
  "/account/consents",
  "/account/security",
  "/account/privacy",
  "/admin",
  "/admin/orders",
  "/admin/products",
  "/admin/products?status=draft",
  "/admin/products/bulk",
  "/admin/stock?q=a",
  "/admin/customers?q=shopper",
  "/admin/groups",
  "/admin/groups/new",
  "/admin/staff",
  "/admin/roles",
  "/admin/roles/new",
  "/admin/rates",
  "/admin/taxes",
  "/admin/audit",
  "/admin/api-keys",
];

for (const [colorScheme, prefix] of [
  ["light", ""],
  ["dark", "/en"],
] as const)
  test.describe(`account and back office, ${prefix || "/ru"}, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 360, height: 740 } });
    test.describe.configure({ timeout: 120_000 });

    test("they have no accessibility violation and no sideways scroll", async ({ page }) => {
      await signIn(page, ADMIN);
      for (const path of INSIDE) {
        await open(page, prefix + path);
        expect(await violations(page), path).toEqual([]);
        expect(await sidewaysScroll(page), path).toBeLessThanOrEqual(0);
      }
      await open(page, `${prefix}/admin/groups/new`);
      await page.getByRole("radio").last().check();
      expect(await violations(page), "a rule").toEqual([]);
      expect(await sidewaysScroll(page), "a rule").toBeLessThanOrEqual(0);
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
      expect(await violations(page), "the palette").toEqual([]);
      expect(await sidewaysScroll(page), "the palette").toBeLessThanOrEqual(0);
      await open(page, `${prefix}/admin/products`);
      await page.locator("main table input").nth(1).check();
      await page.getByRole("button", { name: /Изменить отмеченные|Change those ticked/ }).click();
      await page.getByLabel(/Что сделать|What to do/).selectOption("brand");
      await page.getByRole("button", { name: /Посмотреть, что изменится|See what would change/ }).click();
      await page.waitForURL("**/admin/products/bulk/*");
      expect(await violations(page), "a change of several").toEqual([]);
      expect(await sidewaysScroll(page), "a change of several").toBeLessThanOrEqual(0);
      await open(page, `${prefix}/admin/customers?q=shopper`);
      await page.locator("main table a").first().click();
      await page.waitForURL("**/admin/customers/*-*");
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Покупатели|Customers/);
      expect(await violations(page), "a customer").toEqual([]);
      expect(await sidewaysScroll(page), "a customer").toBeLessThanOrEqual(0);
    });
  });
