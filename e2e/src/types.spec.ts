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

test("a product of a type is filled in by its kinds of values: faults are named, each variant says its own, categories and prices follow", async ({
  page,
}) => {
  const mark = anAddress().slice(7, 15);
  await anAdmin(page);
  const anAttribute = async (name: string, kind: string) => {
    await open(page, "/en/admin/attributes/edit");
    await page.getByLabel("Name in English").fill(`${name} ${mark}`);
    await page.getByLabel("Code for programs").fill(`${name.toLowerCase()}-${mark}`);
    await page.getByLabel("What it takes").selectOption(kind);
    await page.getByRole("button", { name: "Save the attribute" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${name} ${mark}` })).toBeVisible();
  };
  await anAttribute("Volume", "Number");
  await anAttribute("Washable", "Yes or no");
  await open(page, "/en/admin/types/new");
  await page.getByLabel("Code for programs").fill(`cups-${mark}`);
  await page.getByLabel("In English").fill(`Cups ${mark}`);
  for (const name of ["Volume", "Washable"]) {
    await page.getByLabel("Add an attribute").fill(mark);
    await page.getByRole("button", { name: `Add: ${name} ${mark}` }).click();
    await page
      .getByRole("group", { name: `${name} ${mark}` })
      .getByLabel("Needed to publish")
      .check();
  }
  await page
    .getByRole("group", { name: `Washable ${mark}` })
    .getByLabel("Each variant its own")
    .check();
  await page.getByRole("button", { name: "Save the product type" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Cups ${mark}` })).toBeVisible();

  await open(page, "/en/admin/products/new");
  await page.getByLabel("Name in English").fill(`Cup ${mark}`);
  await page.getByLabel("Product type").selectOption(`Cups ${mark}`);
  await page.getByRole("button", { name: "Make the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Cup ${mark}` })).toBeVisible();
  const missing = page.getByRole("complementary", { name: "Publishing" });
  await expect(missing).toContainText(`the attribute “Volume ${mark}”`);
  await page.getByLabel(`Volume ${mark}`).fill("much");
  await page.getByRole("button", { name: "Save type and attributes" }).click();
  await expect(page.getByRole("alert")).toContainText(`Volume ${mark}: type a number such as 12.5`);
  await page.getByLabel(`Volume ${mark}`).fill("0,35");
  await page.getByRole("button", { name: "Save type and attributes" }).click();
  await expect(missing).not.toContainText(`the attribute “Volume ${mark}”`);

  await page.getByRole("button", { name: "Make the missing variants" }).click();
  await page.locator("summary", { hasText: "Attributes of this variant" }).click();
  await page.getByLabel(`Washable ${mark}`).selectOption("Yes");
  await page.getByRole("button", { name: "Save the variants" }).click();
  await expect(missing).not.toContainText(`the attribute “Washable ${mark}”`);

  await page.getByLabel("Add a category").fill("Kitchen");
  await page.getByRole("button", { name: "Choose: Kitchen", exact: true }).click();
  await page.getByLabel("Add a category").fill("Home");
  await page
    .getByRole("button", { name: /^Choose: Home/ })
    .first()
    .click();
  await page.getByRole("radio", { name: /^Main category: Home/ }).check();
  await page.getByRole("button", { name: "Save the categories" }).click();
  await expect(page.getByText("Categories of a product changed").first()).toBeVisible();

  await page.getByLabel(/^Price of .* in RUB$/).fill("990");
  await page.getByRole("button", { name: "Save 1 price" }).click();
  await expect(page.getByText("The prices are saved.")).toBeVisible();
  await expect(missing).not.toContainText("a price in RUB");
});
