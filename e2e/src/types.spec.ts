import { anAddress, anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 180_000 });

test("a shopkeeper makes an attribute with choices and a type that asks for it; what is in use is kept, and says so", async ({
  page,
}) => {
  const mark = anAddress().slice(7, 15);
  await anAdmin(page);
  await open(page, "/en/admin/attributes");
  await page.getByRole("link", { name: "New attribute" }).click();
  await page.getByLabel("Name in English").fill(`Glaze ${mark}`);
  await page.getByLabel("Name in Russian").fill(`Глазурь ${mark}`);
  await page.getByLabel("Code for programs").fill(`glaze-${mark}`);
  await page.getByLabel("What it takes").selectOption("One of several choices");
  for (const [place, [code, name]] of [["matt", "Matt"] as const, ["shiny", "Shiny"] as const].entries()) {
    await page.getByRole("button", { name: "Add a choice" }).click();
    const choice = page.getByRole("group", { name: "Choices" }).getByRole("listitem").nth(place);
    await choice.getByLabel("Code for programs").fill(code);
    await choice.getByLabel("In English").fill(name);
  }
  await page.getByRole("button", { name: "Up: Shiny" }).click();
  await page.getByRole("button", { name: "Save the attribute" }).click();
  await expect(page.getByText("The attribute is saved.")).toBeVisible();
  await expect(page.getByText("No product says it yet. No product type has it.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Choices" }).getByLabel("In English").first()).toHaveValue("Shiny");

  await open(page, "/en/admin/types");
  await page.getByRole("link", { name: "New product type" }).click();
  await page.getByLabel("Code for programs").fill(`cups-${mark}`);
  await page.getByLabel("In English").fill(`Cups ${mark}`);
  await page.getByLabel("Add an attribute").fill(mark);
  await page.getByRole("button", { name: `Add: Glaze ${mark}` }).click();
  await page
    .getByRole("group", { name: `Glaze ${mark}` })
    .getByLabel("Needed to publish")
    .check();
  await page.getByRole("button", { name: "Save the product type" }).click();
  await expect(page.getByText("The product type is saved.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: `Cups ${mark}` })).toBeVisible();

  await open(page, `/en/admin/attributes?q=${mark}`);
  await page.getByRole("link", { name: `Glaze ${mark}` }).click();
  await expect(page.getByText("1 product type has it.")).toBeVisible();
  await page.locator("summary", { hasText: "Delete the attribute" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("alert")).toContainText("1 product types say it");
});

test("who saves an attribute second sees what differs, loses nothing and chooses", async ({ page, context }) => {
  const mark = anAddress().slice(7, 15);
  await anAdmin(page);
  await open(page, "/en/admin/attributes/edit");
  await page.getByLabel("Name in English").fill(`Weight ${mark}`);
  await page.getByLabel("Code for programs").fill(`weight-${mark}`);
  await page.getByLabel("What it takes").selectOption("Number");
  await page.getByLabel("Unit in English").fill("g");
  await page.getByRole("button", { name: "Save the attribute" }).click();
  await expect(page.getByText("The attribute is saved.")).toBeVisible();
  const other = await context.newPage();
  await open(other, `/en/admin/attributes/edit?code=weight-${mark}`);
  await other.getByLabel("Unit in English").fill("kg");
  await other.getByRole("button", { name: "Save the attribute" }).click();
  await expect(other.getByText("The attribute is saved.")).toBeVisible();

  await page.getByLabel("Name in English").fill(`Mass ${mark}`);
  await page.getByRole("button", { name: "Save the attribute" }).click();
  await expect(page.getByText("Nothing of yours is lost")).toBeVisible();
  await expect(page.getByLabel("Name in English")).toHaveValue(`Mass ${mark}`);
  await page.getByRole("button", { name: "Save mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Mass ${mark}` })).toBeVisible();
  await expect(page.getByLabel("Unit in English")).toHaveValue("g");
});
