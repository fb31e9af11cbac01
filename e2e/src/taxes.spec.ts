import { anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test("a tax is planned for a region, one for that very moment is refused, and it is taken back", async ({ page }) => {
  await anAdmin(page);
  await open(page, "/en/admin/taxes");
  const main = page.getByRole("main");
  await expect(main.getByRole("listitem").filter({ hasText: "Germany · standard" })).toContainText(
    "19 %, in the price",
  );
  await main.getByLabel("Country").selectOption("US");
  await main.getByLabel("Region").selectOption("NY");
  await main.getByLabel("Percent").fill("8,25");
  await main.getByLabel("Prices of the shop").selectOption("no");
  await main.getByLabel("Begins").fill("2031-01-01T00:00");
  await main.getByRole("button", { name: "Save the tax" }).click();
  const planned = main.getByRole("listitem").filter({ hasText: "United States · NY · standard" });
  await expect(planned).toContainText("8.25 %, on top");

  await main.getByRole("button", { name: "Save the tax" }).click();
  await expect(main.getByRole("alert")).toContainText("8.25 % begin at that moment already");
  await planned.getByRole("button", { name: "Take back" }).click();
  await expect(planned).toHaveCount(0);
  // What holds always in the whole country is still there.
  await expect(main.getByRole("listitem").filter({ hasText: "United States · standard" })).toContainText("holds now");
});
