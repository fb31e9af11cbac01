import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { askForKey, codeOf, PASSWORD } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

test.use({ locale: "en-GB" });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function signIn(page: Page, { email, password = PASSWORD }: { email: string; password?: string }) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a shopper sets up a second factor, signs in with a code and with a recovery code, and removes it", async ({
  page,
  complaints,
}) => {
  const email = `shopper-${randomUUID()}@vitrina.example`;
  await open(page, "/en/sign-up?return=/en/account/security");
  await page.getByLabel("Your name").fill("Anna");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.waitForURL("**/account/security");
  await hydrated(page);

  const key = await askForKey(page);
  const section = page.getByRole("group", { name: "Second factor" });
  await expect(section).toBeFocused();
  expect(await violations(page), "set-up").toEqual([]);
  await page.getByLabel("Code from your app").fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText(/This code is not right/)).toBeVisible();
  await page.getByLabel("Code from your app").fill(codeOf(key));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Save your recovery codes now" })).toBeFocused();
  expect(await violations(page), "recovery codes").toEqual([]);
  const codes = await page.locator("#second-factor li").allTextContents();
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  expect((await download).suggestedFilename()).toBe("vitrina-recovery-codes.txt");
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(section).toBeFocused();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();

  await page.context().clearCookies();
  await open(page, "/en/sign-in?return=/en/account/security");
  await signIn(page, { email });
  await expect(page.getByLabel("Code from your app")).toBeFocused();
  expect(await violations(page), "second step").toEqual([]);
  await page.getByLabel("Code from your app").fill(codeOf(key, 1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/account/security");

  await page.context().clearCookies();
  await open(page, "/en/sign-in?return=/en/account/security");
  await signIn(page, { email });
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill((codes[0] ?? "").toLowerCase());
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/account/security");
  await hydrated(page);
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();

  await page.getByText("Remove the second factor").click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("button", { name: "Set up the second factor" })).toBeVisible();
  // The browser itself reports the answers by which a wrong password, code or missing code was refused.
  expect(complaints.filter((complaint) => !/status of 40[01]/.test(complaint))).toEqual([]);
});

test("an admin without a second factor reads the back office, and is led to it by the first change of a role", async ({
  page,
}) => {
  await open(page, "/en/sign-in?return=/en/admin/roles");
  await signIn(page, { email: "admin@vitrina.example", password: "vitrina-demo-2026" });
  await page.waitForURL("**/admin/roles");
  await hydrated(page);
  await expect(page.getByRole("link", { name: "Set it up now" })).toBeVisible();

  await page.getByRole("link", { name: "New role" }).click();
  await page.getByLabel("Name", { exact: true }).fill(`Packers ${randomUUID()}`);
  await page.getByRole("button", { name: "Save the role" }).click();

  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("needs a second factor");
  expect(await violations(page), "dialog").toEqual([]);
  await dialog.getByRole("link", { name: "Set it up" }).click();
  await page.waitForURL(/\/account\/security\?return=.*admin/);
  await askForKey(page);
});
