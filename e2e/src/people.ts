import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { openDatabase } from "@vitrina/db";
import { Secret, TOTP } from "otpauth";
import { expect, hydrated, open } from "./test.ts";

export const ADMIN = { email: "admin@vitrina.example", password: "vitrina-demo-2026" };
/** Long enough for the people who work in the shop, too. */
export const PASSWORD = "four unrelated words in a row";

export const anAddress = (): string => `person-${randomUUID()}@vitrina.example`;

/** Registers somebody new, who is then signed in and on the page of their account. */
export async function signUp(page: Page, email: string, name = "Anna Person"): Promise<void> {
  await open(page, "/en/sign-up?return=/en/account");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.waitForURL("**/en/account");
  await hydrated(page);
}

export async function signIn(page: Page, { email, password }: typeof ADMIN, to = "/en/account"): Promise<void> {
  await open(page, `/en/sign-in?return=${to}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${to}`);
  await hydrated(page);
}

/** Opens the letter with that subject in the inbox, as its reader does, and follows its button. */
export async function followLetter(page: Page, email: string, subject: string): Promise<void> {
  const letter = page.getByRole("link").filter({ hasText: email }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto("/inbox");
    await expect(letter).toBeVisible({ timeout: 500 });
  }, `the letter "${subject}" arrives`).toPass({ timeout: 15_000 });
  await letter.click();
  const button = page.frameLocator("iframe").getByRole("link").last();
  const { pathname, search, hash } = new URL((await button.getAttribute("href")) ?? "");
  await open(page, pathname + search + hash);
}

/** Goes on with the Tab key until `target` has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** As if the person had signed in an hour ago, and their access token had run out since. */
export async function anHourLater(page: Page, email: string): Promise<void> {
  const { pool, close } = openDatabase<unknown>({ connectionString: process.env["SHOP_DATABASE"] ?? "", max: 1 });
  await pool.query(
    `update auth.session set auth_time = auth_time - interval '1 hour'
      where user_id = (select id from users."user" where email = $1)`,
    [email],
  );
  await close();
  await page.context().clearCookies({ name: "at" });
}

/** What an app shows for this key; `steps` of half a minute from now, for a code counts once. */
export const codeOf = (key: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Asks for the key of a second factor on the page of security. */
export async function askForKey(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Set up the second factor" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  return ((await page.locator("#second-factor code").textContent()) ?? "").replaceAll(" ", "");
}

/** Sets up a second factor on the page of security; its key, whose present code is used up. */
export async function setUpFactor(page: Page): Promise<string> {
  const key = await askForKey(page);
  await page.getByLabel("Code from your app").fill(codeOf(key));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("button", { name: "I have saved them" }).click();
  return key;
}

/** What an operator's command says, e.g. `operate("reconcile-stock")`, also when it ends with 1. */
export async function operate(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.resolve(import.meta.dirname, "../../apps/api/dist/shop.js"), ...args],
    {
      env: {
        ...process.env,
        APP_ENV: "dev",
        NODE_ENV: "production",
        LOG_LEVEL: "error",
        DATABASE_URL: process.env["SHOP_DATABASE"],
        DATA_DIR: process.env["SHOP_DATA"],
      },
    },
  ).catch((failed: { stdout: string }) => failed);
  return stdout;
}

/** Buys what the page of a product in English offers first, as a guest; the number of the order. */
export async function buyAsGuest(page: Page): Promise<string> {
  await page.getByRole("main").getByRole("button", { name: "Add to cart", exact: true }).first().click();
  await expect(page.getByRole("status").getByRole("link")).toBeVisible();
  await open(page, "/en/checkout");
  await page.getByLabel("E-mail").fill(anAddress());
  await page.getByLabel("Full name of the recipient").fill("Anna Buyer");
  const address = { Phone: "+49 30 901820", City: "Berlin", Postcode: "10178", "Street and house": "Rathausstraße 15" };
  for (const [field, text] of Object.entries(address)) await page.getByLabel(field, { exact: true }).fill(text);
  await page.getByLabel(/I agree/).check();
  await page.getByRole("button", { name: /Order for/ }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("is placed");
  return /№ (\S+)/.exec((await heading.textContent()) ?? "")?.[1] ?? "no number";
}

/** An admin of the test's own, made as an operator makes one, signed in and with a second factor. */
export async function anAdmin(page: Page): Promise<void> {
  const email = anAddress();
  const stdout = await operate("user", email, "--role", "admin");
  const password = /password: (\S+)/.exec(stdout)?.[1];
  if (!password) throw new Error(`no admin was made: ${stdout}`);
  await signIn(page, { email, password }, "/en/account/security");
  await setUpFactor(page);
}

/** Invites somebody on the page of an admin; at `worker` they accept, as Walter Worker with PASSWORD. */
export async function invite(page: Page, worker: Page, { email, role }: { email: string; role: "staff" | "admin" }) {
  await open(page, "/en/admin/staff");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("main").locator("form").filter({ hasText: "Invite" }).getByLabel("Role").selectOption(role);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  // In the language of the shop: nobody knows theirs yet.
  await followLetter(worker, email, "Вас приглашают работать в Витрине");
  await worker.getByLabel("Ваше имя").fill("Walter Worker");
  await worker.getByLabel("Пароль", { exact: true }).fill(PASSWORD);
  await worker.getByRole("button", { name: "Принять приглашение" }).click();
  await worker.waitForURL("**/sign-in**");
}
