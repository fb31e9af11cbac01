import type { Page } from "@playwright/test";
import {
  anAddress,
  anAdmin,
  anHourLater,
  codeOf,
  followLetter,
  invite,
  PASSWORD,
  setUpFactor,
  signIn,
  signUp,
} from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

test.use({ locale: "en-GB" });
test.describe.configure({ timeout: 120_000 });

async function someoneWithFactor(page: Page, email: string, name?: string): Promise<string> {
  await signUp(page, email, name);
  await open(page, "/en/account/security");
  return setUpFactor(page);
}

test("an act an hour after sign-in asks for password and code, says which is wrong, and gives the focus back", async ({
  page,
}) => {
  const email = anAddress();
  const key = await someoneWithFactor(page, email);
  await anHourLater(page, email);
  await open(page, "/en/account/security");
  const renew = page.getByRole("button", { name: "Make new recovery codes" });
  const dialog = page.getByRole("dialog", { name: "Is it you?" });

  await renew.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Code from your app")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(renew).toBeFocused();
  await expect(page.getByRole("alert")).toHaveText("Nothing has changed: this needs your password first.");

  await page.keyboard.press("Enter");
  await dialog.getByLabel("Password").fill(PASSWORD);
  await dialog.getByLabel("Code from your app").fill("000000");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText(/This code is not right/)).toBeVisible();
  await dialog.getByRole("button", { name: "Use a recovery code" }).click();
  await expect(dialog.getByLabel("Recovery code")).toBeFocused();
  await expect(dialog.getByText(/This code is not right/)).toBeHidden();
  await dialog.getByRole("button", { name: "Use the app" }).click();
  await dialog.getByLabel("Code from your app").fill(codeOf(key, 1));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Save your recovery codes now" })).toBeFocused();
});

test("whoever is invited is led over the second factor into the back office", async ({ page, browser }) => {
  const email = anAddress();
  await anAdmin(page);
  const theirs = await browser.newContext();
  const worker = await theirs.newPage();
  await invite(page, worker, { email, role: "admin" });
  await hydrated(worker);
  await worker.getByLabel("Электронная почта").fill(email);
  await worker.getByLabel("Пароль").fill(PASSWORD);
  await worker.getByRole("button", { name: "Войти", exact: true }).click();
  await worker.waitForURL(/\/account\/security\?return=%2Fadmin/);
  await open(worker, "/en/account/security?return=/en/admin");
  await setUpFactor(worker);
  await worker.getByRole("link", { name: "Back to what you were doing" }).click();
  await worker.waitForURL("**/en/admin**");
  await expect(worker.getByRole("navigation", { name: "Back office" })).toBeVisible();
  await expect(worker.getByRole("link", { name: "Set it up now" })).toHaveCount(0);
  await theirs.close();
});

test("an admin removes a lost second factor for a reason, and its owner signs in by the password and is told", async ({
  page,
  browser,
}) => {
  const email = anAddress();
  const name = `Lost ${email.slice(7, 15)}`;
  const theirs = await browser.newContext();
  const customer = await theirs.newPage();
  await someoneWithFactor(customer, email, name);

  await anAdmin(page);
  await open(page, `/en/admin/customers?q=${email.slice(0, 20)}`);
  await page.getByRole("link", { name }).click();
  await page.locator("summary", { hasText: "Remove a lost second factor" }).click();
  const form = page.locator("details[open]");
  await form.getByLabel("Reason").fill("Showed their passport at the counter");
  await page.keyboard.press("Enter");
  const done = page.getByText("The second factor is removed, and its owner is told.");
  await expect(done).toBeFocused();
  await expect(page.getByText("“Showed their passport at the counter”")).toBeVisible();

  await theirs.clearCookies();
  await signIn(customer, { email, password: PASSWORD }, "/en/account/security");
  await expect(customer.getByRole("button", { name: "Set up the second factor" })).toBeVisible();
  await followLetter(customer, email, "We removed the second factor of your account");
  await theirs.close();
});

test("an account is asked to be erased, and kept after all by the letter's link", async ({ page }) => {
  const email = anAddress();
  await signUp(page, email, "Erna Erased");
  await open(page, "/en/account/privacy");
  await page.locator("summary", { hasText: "Erase my account" }).click();
  await page.getByRole("button", { name: "Erase my account" }).click();
  await expect(page).toHaveURL(/\/account\/privacy$/);
  await page.getByLabel("I understand that after 14 days nothing can be brought back.").check();
  await page.getByRole("button", { name: "Erase my account" }).click();
  await page.waitForURL("**/en/erasure/asked");
  await expect(page.getByRole("heading", { level: 1, name: "Your account will be erased" })).toBeVisible();
  await page.goto("/en/account");
  await page.waitForURL("**/en/sign-in**");

  await followLetter(page, email, "Your account will be erased");
  await expect(page.getByText(`The account of ${email} is about to be erased.`)).toBeVisible();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("The account stays, with everything in it.")).toBeVisible();
  await signIn(page, { email, password: PASSWORD });
  await expect(page.getByRole("heading", { level: 1, name: "Erna Erased" })).toBeVisible();
});

test("a session that ends while somebody types costs nothing: they sign in beside the page and save", async ({
  page,
}) => {
  const email = anAddress();
  await signUp(page, email);
  await open(page, "/en/account/profile");
  await page.getByLabel("Name").fill("Anna Renamed");
  await page.context().clearCookies();
  const save = page.getByRole("button", { name: "Save" });
  await save.click();
  const dialog = page.getByRole("dialog", { name: "You are signed out" });
  const opened = page.waitForEvent("popup");
  await dialog.getByRole("link", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
  const beside = await opened;
  await hydrated(beside);
  await beside.getByLabel("E-mail").fill(email);
  await beside.getByLabel("Password").fill(PASSWORD);
  await beside.getByRole("button", { name: "Sign in" }).click();
  await beside.waitForURL("**/en/account");
  await save.click();
  await page.waitForURL("**/en/account");
  await expect(page.getByRole("heading", { level: 1, name: "Anna Renamed" })).toBeVisible();
});

test("a session found to be over while somebody types leaves the page as it is", async ({ page }) => {
  await signUp(page, anAddress());
  const context = page.context();
  await context.clearCookies({ name: "at" });
  const refresh = (await context.cookies()).find(({ name }) => name === "rt");
  if (!refresh) throw new Error("no session to end");
  await context.addCookies([{ ...refresh, value: "a-token-that-nobody-was-given" }]);
  const typed = Promise.withResolvers<void>();
  await page.route("**/auth/auth.refresh", async (route) => {
    await typed.promise;
    await route.continue();
  });

  await open(page, "/en/reset");
  const found = page.waitForResponse((response) => response.url().includes("users.me") && response.ok());
  await page.getByLabel("E-mail").fill("anna@vitrina.example");
  const reloaded = page.waitForEvent("load", { timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  typed.resolve();
  await found;

  expect(await reloaded).toBe(false);
  await expect(page.getByLabel("E-mail")).toHaveValue("anna@vitrina.example");
});

test("a double click acts once", async ({ page }) => {
  await anAdmin(page);
  await open(page, "/en/admin/customers?q=shopper@vitrina");
  await page.locator("main table a").first().click();
  const note = `Rang twice ${anAddress()}`;
  await page.getByLabel("New note").fill(note);
  await page.getByRole("button", { name: "Keep the note" }).dblclick();
  await expect(page.getByLabel("New note")).toHaveValue("");
  await page.reload();
  await hydrated(page);
  await expect(page.getByText(note)).toHaveCount(1);
});
