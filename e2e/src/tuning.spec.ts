import { anAddress, anAdmin } from "./people.ts";
import { expect, open, test } from "./test.ts";

test.describe.configure({ timeout: 120_000 });

/** A word that no product has. */
const aWord = (): string =>
  `zq${anAddress()
    .replaceAll(/[^a-f]/g, "")
    .slice(0, 10)}`;

test("a shopkeeper teaches the shop what people call its goods, sees the difference, and shoppers find them", async ({
  page,
}) => {
  const word = aWord();
  await open(page, `/en/search?q=${word}`);
  await expect(page.getByRole("main").getByRole("link", { name: /mug/i })).toHaveCount(0);

  await anAdmin(page);
  await open(page, `/en/admin/search/synonyms/new?phrase=${word}`);
  const phrases = page.getByLabel("Phrases, one to a line");
  await phrases.fill(`${await phrases.inputValue()}mug\nmugs`);
  await page.getByRole("button", { name: "Show the difference" }).click();
  await expect(page.getByRole("alert")).toContainText("is there twice");
  await page.getByLabel("One way").check();
  await phrases.fill(`${word}\nmug`);
  await page.getByRole("button", { name: "Show the difference" }).click();
  await expect(page.getByRole("heading", { name: "Without the rule" })).toBeVisible();
  await expect(page.getByText("Nothing is found")).toBeVisible();
  await expect(page.getByText(/^\d+ products are found$/)).toBeVisible();
  await page.getByRole("button", { name: "Save the synonyms" }).click();
  await expect(page.getByRole("link", { name: `${word} → mug` })).toBeVisible();

  await open(page, `/en/search?q=${word}`);
  await expect(page.getByRole("main").getByRole("link", { name: /mug/i }).first()).toBeVisible();
});

test("a shopkeeper puts products first for a search; a second rule for it is refused, and what was typed stays", async ({
  page,
}) => {
  const word = aWord();
  await anAdmin(page);
  await open(page, "/en/admin/search");
  await page.getByRole("link", { name: "New rule of a query" }).click();
  await page.getByLabel("When somebody searches for").fill(word);
  await page.getByLabel("Find a product").fill("mug");
  const first = page.getByRole("button", { name: /^Put first: / });
  const names: string[] = [];
  for (let n = 0; n < 2; n++) {
    names.push(((await first.first().getAttribute("aria-label")) ?? "").replace("Put first: ", ""));
    await first.first().click();
  }
  await page.getByRole("button", { name: `Move up: ${names[1]}` }).click();
  await page.getByRole("button", { name: "Show the difference" }).click();
  await expect(page.getByText("2 products are found")).toBeVisible();
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(page.getByRole("link", { name: word })).toBeVisible();

  await open(page, "/en/admin/search/queries/new");
  await page.getByLabel("When somebody searches for").fill(word.toUpperCase());
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(page.getByRole("alert")).toContainText("There is a rule for");
  await expect(page.getByLabel("When somebody searches for")).toHaveValue(word.toUpperCase());

  await open(page, `/en/search?q=${word}`);
  const cards = page.getByRole("main").getByRole("article");
  await expect(page.getByRole("main")).toContainText(names[1] ?? "");
  expect((await cards.first().textContent()) ?? "").toContain(names[1] ?? "");
});
