import { expect, open, test } from "./test.ts";
import { anAdmin } from "./people.ts";

test.describe.configure({ timeout: 180_000 });

test("staff link products both ways and in their order, and both pages show it", async ({ page }) => {
  await anAdmin(page);
  await open(page, "/en/admin/products?q=kora");
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("Kora");
  const links = page.getByRole("region", { name: "Links to other products" });
  const name = (await heading.textContent()) ?? "";
  const linked: string[] = [];
  const link = async (q: string) => {
    await links.getByRole("searchbox").fill(q);
    const offer = links.getByRole("button", { name: /^Link: / }).first();
    linked.push(((await offer.getAttribute("aria-label")) ?? "").replace("Link: ", ""));
    await offer.click();
  };
  await link("mushroom lamp");
  await link("school bell");
  await links.getByRole("button", { name: `Earlier: ${linked[1]}` }).click();
  await links.getByRole("checkbox", { name: `Both ways: ${linked[1]}` }).check();
  await links.getByRole("button", { name: "Save the links" }).click();
  await expect(links.getByText("The links are saved.")).toBeVisible();

  await page.getByRole("link", { name: "See it in the shop" }).click();
  const shelf = page.getByRole("region", { name: "Related products" });
  await expect(shelf.getByRole("article").getByRole("heading")).toHaveText([linked[1] ?? "", linked[0] ?? ""]);
  await shelf.getByRole("link", { name: linked[1] ?? "" }).click();
  await expect(page.getByRole("heading", { level: 1, name: linked[1] ?? "" })).toBeVisible();
  await expect(shelf.getByRole("article").getByRole("heading")).toHaveText([name]);
});

test("where nothing is linked the page leads to others of its category", async ({ page }) => {
  await open(page, "/en/p/kora-mug");

  const shelf = page.getByRole("region", { name: "Related products" });
  await expect(shelf.getByRole("article").first()).toBeVisible();
  await expect(shelf.getByRole("link", { name: /Kora/ })).toHaveCount(0);
});
