import type { Browser, Page } from "@playwright/test";
import { openDatabase } from "@vitrina/db";
import { anAdmin, buyAsGuest, operate } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

const MAIN = "00000000-0000-7000-8000-000000000001";

async function inDatabase<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { pool, close } = openDatabase<unknown>({ connectionString: process.env["SHOP_DATABASE"] ?? "", max: 1 });
  const { rows } = await pool.query<Row>(text, values);
  await close();
  return rows;
}
/** An article that no other journey touches, with so many pieces in the main place. */
async function goods(turn: number, onHand: number) {
  const [found] = await inDatabase<{ id: string; sku: string; slug: string }>(
    `select variant.id, sku, slug from catalog.variant join catalog.product on product.id = product_id
      where status = 'published' order by sku desc offset $1 limit 1`,
    [turn],
  );
  if (!found) throw new Error("the shop is empty");
  await inDatabase("select inventory.move($1, 'counted', null, 'test')", [
    JSON.stringify([{ variantId: found.id, locationId: MAIN, onHand }]),
  ]);
  return found;
}
/** A guest buys one piece; the number of their order. */
async function buyOne(browser: Browser, { slug, sku }: { slug: string; sku: string }): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await open(page, `/en/p/${slug}?v=${encodeURIComponent(sku)}`);
  const number = await buyAsGuest(page);
  await context.close();
  return number;
}
const card = (page: Page, name: string) => page.getByRole("main").getByRole("link").filter({ hasText: name });

test("what is sent to another place arrives short, and the missing piece is written down as lost", async ({ page }) => {
  const [cup, place] = [await goods(33, 30), `attic-${Date.now() % 1_000_000}`];
  const name = JSON.stringify({ ru: `Чердак ${place}`, en: `Attic ${place}` });
  const [to] = await inDatabase<{ id: string }>(
    "insert into inventory.location (id, code, name, priority) values (gen_random_uuid(), $1, $2, 50) returning id",
    [place, name],
  );
  await anAdmin(page);
  await open(page, "/en/admin/stock/transfers");
  await page.getByRole("link", { name: "New transfer" }).click();
  await page.getByLabel("From the place").selectOption(MAIN);
  await page.getByLabel("To the place").selectOption(to?.id ?? "");
  await page.getByLabel("SKU", { exact: true }).fill(cup.sku);
  await page.getByLabel("Pieces", { exact: true }).fill("5");
  await page.getByRole("button", { name: "Send the goods" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`→ Attic ${place}`);

  await page.getByLabel(/^Arrived of/).fill("4");
  await page.getByRole("button", { name: "Receive the goods" }).click();
  await expect(page.getByRole("alert")).toContainText("Less arrived than was sent: say why.");
  await page.getByLabel("Why something is missing").fill("one fell off the lorry");
  await page.getByRole("button", { name: "Receive the goods" }).click();
  await expect(page.getByText("arrived 4")).toBeVisible();

  await open(page, `/en/admin/stock/${cup.id}`);
  const shelves = page.getByRole("list", { name: "What lies where" });
  await expect(shelves.getByRole("listitem").filter({ hasText: `Attic ${place}` })).toContainText("4 pieces on hand");
  const lost = page.getByRole("listitem").filter({ hasText: "Lost on the way" });
  await expect(lost).toContainText("−1");
  await expect(lost).toContainText("one fell off the lorry");
});

test("an order that lost its goods is told on the front page and set right with a reason, the level before it", async ({
  page,
  browser,
}) => {
  const cup = await goods(36, 12);
  const number = await buyOne(browser, cup);
  await inDatabase("delete from inventory.hold where variant_id = $1 and kind = 'allocated'", [cup.id]);
  expect(await operate("reconcile-stock")).toContain(`${cup.sku} of order ${number}: to be sent 1, set aside 0`);

  await anAdmin(page);
  await open(page, "/en/admin");
  await expect(card(page, "Levels that do not add up")).toContainText(/^[1-9]/);
  await card(page, "Orders to pack").click();
  await page.waitForURL("**/en/admin/orders?fulfilment=unfulfilled");
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  await page.getByRole("navigation", { name: "Back office" }).getByRole("link", { name: "To do" }).first().click();
  await card(page, "Goods set aside wrongly").click();
  await page.waitForURL("**/en/admin/stock");
  const rowOf = (notice: string) =>
    page.getByRole("alert").filter({ hasText: notice }).getByRole("listitem").filter({ hasText: cup.sku });
  const order = rowOf("Goods are not set aside as orders need them");
  await expect(order).toContainText(`Order № ${number}`);
  await expect(order).toContainText("to be sent 1, set aside 0");
  await order.locator("summary").click();
  await order.getByLabel("Reason").fill("a hold was lost");
  await order.getByRole("button", { name: "Set aside what is needed" }).click();
  await expect(order.getByRole("alert")).toContainText("set that right first");

  const level = rowOf("The book does not add up");
  await expect(level).toContainText("promised 1, by its holds 0");
  await level.locator("summary").click();
  await level.getByLabel("Reason").fill("a hold was lost");
  await level.getByRole("button", { name: "Set the book right" }).click();
  await expect(level).toHaveCount(0);
  await expect(order.getByLabel("Reason")).toHaveValue("a hold was lost");
  await order.getByRole("button", { name: "Set aside what is needed" }).click();
  await expect(order).toHaveCount(0);

  await open(page, `/en/admin/orders?q=${number}`);
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: "Mark as shipped" }).click();
  await expect(page.getByRole("button", { name: "Mark as delivered" })).toBeVisible();
  await open(page, `/en/admin/stock/${cup.id}`);
  await expect(page.getByRole("list", { name: "What lies where" }).getByRole("listitem").first()).toContainText(
    "11 pieces on hand",
  );
});

test("what runs low is counted on the front page, found in its list and received", async ({ page }) => {
  const cup = await goods(39, 20);
  await anAdmin(page);
  await open(page, "/en/admin");
  const counted = async () => Number(/^\d+/.exec((await card(page, "Goods that run low").textContent()) ?? "")?.[0]);
  const before = await counted();
  const holder = "select inventory.allocate('00000000-0000-4000-8000-00000000f00d', $1)";
  await inDatabase(holder, [JSON.stringify([{ variantId: cup.id, quantity: 18 }])]);
  await inDatabase("select inventory.ship('00000000-0000-4000-8000-00000000f00d', 'a test', 'test')");

  await open(page, "/en/admin");
  expect(await counted()).toBeGreaterThan(before);
  await card(page, "Goods that run low").click();
  await page.waitForURL("**/en/admin/stock/low");
  const row = page.getByRole("region", { name: "Goods that run low" }).getByRole("row").filter({ hasText: cup.sku });
  await expect(row).toContainText("3 days");
  await row.getByRole("link").click();
  const shelf = page.getByRole("list", { name: "What lies where" }).getByRole("listitem").first();
  const receive = shelf.locator("details").filter({ has: page.locator("summary", { hasText: /^Receive$/ }) });
  await receive.locator("summary").click();
  await receive.getByLabel("Pieces that came in").fill("100");
  await receive.getByRole("button", { name: "Write it down" }).click();
  await expect(shelf).toContainText("102 pieces on hand");

  await open(page, "/en/admin/stock/low");
  await expect(page.getByRole("heading", { level: 1, name: "Runs low" })).toBeVisible();
  await expect(row).toHaveCount(0);
});
