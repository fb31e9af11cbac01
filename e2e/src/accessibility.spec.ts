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

/** Of pages without frames the legacy mode finds the same, and opens no second page for each. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

/** What is wrong with the page as it stands, in light colours, and with the dark ones' contrast. */
async function faults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await axe(page).withTags(TAGS).analyze();
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await axe(page).withRules(["color-contrast"]).analyze();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...[...light.violations, ...dark.violations].map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    ),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
  ];
}

test.use({ viewport: { width: 360, height: 740 } });
test.describe.configure({ timeout: 240_000 });

for (const prefix of ["", "/en"])
  test.describe(prefix || "/ru", () => {
    test("pages have no accessibility violation and no sideways scroll", async ({ page }) => {
      for (const [name, path] of PAGES) {
        await open(page, path === "/" ? prefix || "/" : prefix + path);
        expect(await faults(page), name).toEqual([]);
      }
    });

    test("listing, product, filled cart and checkout have none either", async ({ page }) => {
      await open(page, prefix || "/");
      await page.locator("a[href*='/catalog/']").first().click();
      await page.waitForURL("**/catalog/**");
      await page.locator("main a[href*='/p/']").first().waitFor();
      expect(await faults(page), "listing").toEqual([]);
      await page.locator("main a[href*='/p/']").first().click();
      await page.waitForURL("**/p/**");
      await page
        .getByRole("main")
        .getByRole("button", { name: /^(В корзину|Add to cart)$/ })
        .first()
        .click();
      await expect(page.getByRole("status").getByRole("link")).toBeVisible();
      expect(await faults(page), "product").toEqual([]);
      await open(page, `${prefix}/cart`);
      expect(await faults(page), "cart").toEqual([]);
      await open(page, `${prefix}/checkout`);
      await expect(page.getByRole("button", { name: /Оформить заказ на|Order for/ })).toBeVisible();
      expect(await faults(page), "checkout").toEqual([]);
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

for (const prefix of ["", "/en"])
  test.describe(`account and back office, ${prefix || "/ru"}`, () => {
    test("pages have no accessibility violation and no sideways scroll", async ({ page }) => {
      await signIn(page, ADMIN);
      for (const path of INSIDE) {
        await open(page, prefix + path);
        expect(await faults(page), path).toEqual([]);
      }
    });

    test("forms and results have none either", async ({ page }) => {
      await signIn(page, ADMIN);
      await open(page, `${prefix}/admin/groups/new`);
      await page.getByRole("radio").last().check();
      expect(await faults(page), "a rule").toEqual([]);
      await page.keyboard.press("Control+k");
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
      expect(await faults(page), "the palette").toEqual([]);
      await open(page, `${prefix}/admin/products`);
      await page.locator("main table input").nth(1).check();
      await page.getByRole("button", { name: /Изменить отмеченные|Change those ticked/ }).click();
      await page.getByLabel(/Что сделать|What to do/).selectOption("brand");
      await page.getByRole("button", { name: /Посмотреть, что изменится|See what would change/ }).click();
      await page.waitForURL("**/admin/products/bulk/*");
      expect(await faults(page), "a change of several").toEqual([]);
      await open(page, `${prefix}/admin/customers?q=shopper`);
      await page.locator("main table a").first().click();
      await page.waitForURL("**/admin/customers/*-*");
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Покупатели|Customers/);
      expect(await faults(page), "a customer").toEqual([]);
    });
  });
