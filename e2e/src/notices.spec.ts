import type { Page } from "@playwright/test";
import { openDatabase } from "@vitrina/db";
import { anAddress, signUp } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

const MAIN = "00000000-0000-7000-8000-000000000001";

async function inDatabase<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const { pool, close } = openDatabase<unknown>({ connectionString: process.env["SHOP_DATABASE"] ?? "", max: 1 });
  const { rows } = await pool.query<Row>(text, values);
  await close();
  return rows;
}
/** The page of something that has just been sold out, the so many-th from the end of the alphabet, and its id. */
async function aSoldOut(place: number) {
  const [found] = await inDatabase<{ id: string; sku: string; slug: string; name: string }>(
    `select variant.id, sku, slug, name ->> 'en' as name from catalog.variant join catalog.product on product.id = product_id
      where status = 'published' order by sku desc offset $1 limit 1`,
    [place],
  );
  if (!found) throw new Error("the shop is empty");
  await pieces(found.id, 0);
  return { id: found.id, name: found.name, path: `/en/p/${found.slug}?v=${encodeURIComponent(found.sku)}` };
}
const pieces = (variantId: string, onHand: number) =>
  inDatabase("select inventory.move($1, 'counted', null, 'test')", [
    JSON.stringify([{ variantId, locationId: MAIN, onHand }]),
  ]);

/** Opens the letter with that subject and follows its link of that name. */
async function followLetter(page: Page, { to, subject, link }: { to: string; subject: string; link: string }) {
  const letter = page.getByRole("link").filter({ hasText: to }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto("/inbox");
    await expect(letter).toBeVisible({ timeout: 500 });
  }, `the letter "${subject}" arrives`).toPass({ timeout: 15_000 });
  await letter.click();
  const href = await page.frameLocator("iframe").getByRole("link", { name: link }).getAttribute("href");
  const { pathname, search } = new URL(href ?? "");
  await page.goto(pathname + search);
}

test("a guest is told when a sold-out thing is back, having confirmed by letter, and stops the rest", async ({
  page,
}) => {
  const [cup, other] = [await aSoldOut(12), await aSoldOut(52)];
  const to = anAddress();
  await open(page, cup.path);
  await page.getByLabel("E-mail").fill("no address");
  await page.getByRole("button", { name: "Tell me when it is back" }).click();
  await expect(page.getByText("Enter the address in full")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("no address");
  for (const { path, name } of [cup, other]) {
    await open(page, path);
    await page.getByLabel("E-mail").fill(to);
    await page.getByRole("button", { name: "Tell me when it is back" }).click();
    await expect(page.getByText("Look into your mailbox")).toBeVisible();
    await followLetter(page, { to, subject: `when ${name}`, link: "Yes, write to me" });
    await hydrated(page);
    await page.getByRole("button", { name: "Yes, write to me" }).click();
    await expect(page.getByText("Done: we will write to")).toBeVisible();
  }

  await pieces(cup.id, 3);
  await followLetter(page, { to, subject: "Back in stock", link: "Open the product" });
  await expect(page.getByRole("button", { name: "Add to cart" }).first()).toBeVisible();

  await followLetter(page, { to, subject: "Back in stock", link: "No more letters to this address" });
  await hydrated(page);
  await expect(page.getByText("1 thing is back")).toBeVisible();
  await page.getByRole("button", { name: "Do not write about it" }).click();
  await expect(page.getByText("nobody waits for goods at this address")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form, the confirmation and the way out are forms like any other", async ({ page }) => {
    const { path } = await aSoldOut(92);
    const to = anAddress();
    await page.goto(path);
    await page.getByLabel("E-mail").fill(to);
    await page.getByRole("button", { name: "Tell me when it is back" }).click();
    await expect(page.getByText("Look into your mailbox")).toBeVisible();
    await followLetter(page, { to, subject: "Confirm that we may write", link: "Yes, write to me" });
    await page.getByRole("button", { name: "Yes, write to me" }).click();
    await expect(page.getByText("Done: we will write to")).toBeVisible();
    await followLetter(page, { to, subject: "Confirm that we may write", link: "No more letters to this address" });
    await page.getByRole("button", { name: "Do not write about it" }).click();
    await expect(page.getByText("nobody waits for goods at this address")).toBeVisible();
  });
});

test("a customer with a confirmed address waits at once, hears it, and takes it back in the account", async ({
  page,
}) => {
  const { path } = await aSoldOut(132);
  const email = anAddress();
  await signUp(page, email);
  await inDatabase(`update users."user" set email_verified_at = now() where email = $1 returning id`, [email]);
  await open(page, path);
  await expect(page.getByLabel("E-mail")).toHaveCount(0);
  await page.getByRole("button", { name: "Tell me when it is back" }).click();
  await expect(page.getByText("we will write to you once")).toBeVisible();
  await open(page, path);
  await page.getByRole("button", { name: "Tell me when it is back" }).click();
  await expect(page.getByText("You are on the list already")).toBeVisible();

  await open(page, "/en/account/consents");
  const waits = page.getByRole("region", { name: "Goods you wait for" });
  await expect(waits.getByRole("listitem")).toHaveCount(1);
  await waits.getByRole("button", { name: "Do not write about it" }).click();
  await expect(waits.getByText("Nothing. Where something is sold out")).toBeVisible();
});
