import type { Page } from "@playwright/test";
import { anAddress, anAdmin, invite, PASSWORD, signIn, signUp, tabTo } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

/** Opens what asks for a reason, gives one and goes through with it. */
async function act(page: Page, name: string, reason: string): Promise<void> {
  const question = page.locator("details").filter({ has: page.locator("summary", { hasText: name }) });
  await question.locator("summary").click();
  await question.getByLabel("Reason").fill(reason);
  await question.getByRole("button", { name }).click();
}

test.describe.configure({ timeout: 120_000 });

test("a customer is found, their address hidden until a reason is given, and their account closed and opened", async ({
  page,
  browser,
}) => {
  const email = anAddress();
  const theirs = await browser.newContext();
  const customer = await theirs.newPage();
  await signUp(customer, email, "Klara Customer");

  await anAdmin(page);
  await open(page, "/en/admin/customers");
  await page.getByLabel("Name, e-mail, phone or order number").fill(email.slice(0, 20));
  await page.getByRole("button", { name: "Find", exact: true }).last().click();
  await expect(page.getByRole("main")).not.toContainText(email);
  await page.getByRole("link", { name: "Klara Customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Klara Customer" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(email);
  await act(page, "Show in full", "The parcel came back");
  await expect(page.getByRole("main")).toContainText(email);

  await act(page, "Close the account", "Asked for it by phone");
  await expect(page.getByText("This account is closed: nobody can sign in to it.")).toBeVisible();
  await expect(page.getByText("Asked for it by phone").first()).toBeVisible();
  await customer.goto("/en/account");
  await customer.waitForURL("**/en/sign-in**");
  await act(page, "Open the account", "It was a mistake");
  await expect(page.locator("summary", { hasText: "Close the account" })).toBeVisible();
  await signIn(customer, { email, password: PASSWORD });
  await theirs.close();
});

test("a role is made with the keyboard alone, given to somebody who was invited, and counts at their next call", async ({
  page,
  browser,
}) => {
  const email = anAddress();
  const role = `Auditor ${email.slice(7, 15)}`;
  const { keyboard } = page;

  await anAdmin(page);
  await open(page, "/en/admin/roles");
  await tabTo(page, page.getByRole("link", { name: "New role" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Name", { exact: true }));
  await keyboard.type(role);
  await tabTo(page, page.getByLabel("Read who did what in the back office"));
  await keyboard.press("Space");
  const changes = page.getByRole("region", { name: "What changes" }).or(page.locator("section[aria-live]"));
  await expect(changes).toContainText("Added");
  await expect(changes).toContainText("Read who did what in the back office");
  await expect(changes).toContainText("Nobody holds this role yet.");
  await tabTo(page, page.getByRole("button", { name: "Save the role" }));
  await keyboard.press("Enter");
  await page.waitForURL("**/en/admin/roles");
  await expect(page.getByRole("link", { name: role })).toBeVisible();

  const theirs = await browser.newContext();
  const worker = await theirs.newPage();
  await invite(page, worker, { email, role: "staff" });
  await signIn(worker, { email, password: PASSWORD }, "/en/admin/orders");
  const rooms = worker.getByRole("navigation", { name: "Back office" });
  await expect(rooms.getByRole("link", { name: "Orders" })).toBeVisible();
  await expect(rooms.getByRole("link", { name: "Audit" })).toHaveCount(0);

  await open(page, "/en/admin/staff");
  await page.getByLabel("Role of Walter Worker", { exact: true }).selectOption({ label: role });
  await page.getByRole("button", { name: "Change the role of Walter Worker" }).click();
  await expect(async () => {
    await worker.goto("/en/admin/orders");
    await worker.waitForURL("**/en/sign-in**", { timeout: 1_000 });
  }).toPass();
  await signIn(worker, { email, password: PASSWORD }, "/en/admin/audit");
  await expect(rooms.getByRole("link", { name: "Audit" })).toBeVisible();
  await expect(rooms.getByRole("link", { name: "Orders" })).toHaveCount(0);
  await worker.goto("/en/admin/orders");
  await expect(worker.getByText("Your role does not open this page")).toBeVisible();

  await open(page, "/en/admin/roles");
  await page.getByRole("link", { name: role }).click();
  await page.getByLabel("Read who did what in the back office").uncheck();
  await expect(changes).toContainText("Taken away");
  await expect(changes).toContainText("1 person holds this role; it takes effect at once.");
  await page.getByRole("button", { name: "Save the role" }).click();
  await page.waitForURL("**/en/admin/roles");
  await worker.goto("/en/admin/audit");
  await expect(worker.getByRole("heading", { level: 1, name: "Audit" })).toHaveCount(0);
  await theirs.close();
});

test("a key for a program is made for chosen rights and shown once, and the audit trail finds that it was", async ({
  page,
  request,
}) => {
  const name = `Stock robot ${Date.now()}`;
  await anAdmin(page);
  await open(page, "/en/admin/api-keys");
  await page.getByLabel("What the key is for").fill(name);
  await page.getByRole("button", { name: "Make the key" }).click();
  await expect(page.getByRole("alert")).toContainText("at least one right");
  await page.getByLabel("See every order and move it on").check();
  await page.getByRole("button", { name: "Make the key" }).click();
  const secret = await page.getByLabel("Your new key").inputValue();
  const list = (key: string) =>
    request.get("/trpc/orders.admin.list?input=%7B%7D", {
      headers: { authorization: `Bearer ${key}`, "x-realm": "api" },
    });
  expect((await list(secret)).status()).toBe(200);

  await open(page, "/en/admin/api-keys");
  const key = page.getByRole("listitem").filter({ hasText: name });
  await expect(key).toContainText("See every order and move it on");
  await expect(page.getByLabel("Your new key")).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);
  await key.getByRole("button", { name: `End the key ${name}` }).click();
  await expect(key).toContainText("ended");
  expect((await list(secret)).status()).toBe(401);

  await open(page, "/en/admin/audit");
  await page.getByLabel("Act", { exact: true }).selectOption({ label: "Key for a program withdrawn" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL(/action=auth\.key-revoked/);
  await hydrated(page);
  const acts = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("time") });
  await expect(acts.first()).toContainText(name);
  await expect(acts.filter({ hasNotText: "Key for a program withdrawn" })).toHaveCount(0);
  await page.getByRole("link", { name: "Show all acts" }).click();
  await expect(acts.filter({ hasText: "Key for a program made" }).first()).toBeVisible();
});
