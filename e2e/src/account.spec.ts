import { anAddress, anHourLater, followLetter, PASSWORD, signIn, signUp, tabTo } from "./people.ts";
import { expect, hydrated, open, test } from "./test.ts";

// Passwords are slow to check on purpose, and a busy machine is slower still.
test.describe.configure({ timeout: 120_000 });

test("a shopper registers, confirms the address, and replaces a lost password, with the keyboard alone", async ({
  page,
}) => {
  const email = anAddress();
  const newPassword = "another four words apart";
  const { keyboard } = page;

  await open(page, "/en/sign-in?return=/en/account");
  await tabTo(page, page.getByRole("link", { name: "Create an account" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Your name"));
  await keyboard.type("Anna Person");
  await keyboard.press("Tab");
  await keyboard.type(email);
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await page.waitForURL("**/en/account");
  await hydrated(page);
  await expect(page.getByText("Please confirm your address")).toBeVisible();

  await followLetter(page, email, "Welcome to Vitrina");
  await tabTo(page, page.getByRole("button", { name: "Yes, this is my address" }));
  await keyboard.press("Enter");
  await expect(page.getByText("your address is confirmed")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "To my account" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Anna Person" })).toBeVisible();
  await expect(page.getByText("Please confirm your address")).toHaveCount(0);
  await tabTo(page, page.getByRole("button", { name: "Sign out" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();

  await open(page, "/en/sign-in");
  await tabTo(page, page.getByRole("link", { name: "Forgot the password?" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByLabel("E-mail"));
  await keyboard.type(email);
  await keyboard.press("Enter");
  await expect(page.getByText("a letter is on its way")).toBeVisible();
  await followLetter(page, email, "A new password");
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await keyboard.type(newPassword);
  await keyboard.press("Enter");
  await expect(page.getByText("The new password is set")).toBeVisible();
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Sign in" }));
  await keyboard.press("Enter");

  await tabTo(page, page.getByLabel("E-mail"));
  await keyboard.type(email);
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type(newPassword);
  await keyboard.press("Enter");
  await page.waitForURL("**/en/account");
});

test("another device is signed out once the password has been asked for, and a new password ends the rest", async ({
  page,
  browser,
}) => {
  const email = anAddress();
  await signUp(page, email);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await signIn(other, { email, password: PASSWORD });
  await anHourLater(page, email);

  await open(page, "/en/account/security");
  await page.getByRole("button", { name: /^Sign out: / }).click();
  const question = page.getByRole("dialog", { name: "Is it you?" });
  await question.getByLabel("Password").fill("not my password at all");
  await question.getByRole("button", { name: "Continue" }).click();
  await expect(question.getByText("This is not your password. Try again.")).toBeVisible();
  await question.getByLabel("Password").fill(PASSWORD);
  await question.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That device is signed out.")).toBeVisible();
  await expect(page.getByText("You are signed in on this device only.")).toBeVisible();
  await other.goto("/en/account");
  await other.waitForURL("**/en/sign-in**");

  await signIn(other, { email, password: PASSWORD });
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByLabel("New password").fill("another four words apart");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("The password is changed. Other devices are signed out.")).toBeVisible();
  await other.goto("/en/account");
  await other.waitForURL("**/en/sign-in**");
  await open(page, "/en/account");
  await expect(page.getByRole("heading", { level: 1, name: "Anna Person" })).toBeVisible();
  await elsewhere.close();
});

test("a new address counts once it has confirmed, and the old one can take it back", async ({ page }) => {
  const email = anAddress();
  const wanted = anAddress();
  await signUp(page, email);
  await followLetter(page, email, "Welcome to Vitrina");
  await page.getByRole("button", { name: "Yes, this is my address" }).click();
  await page.getByRole("link", { name: "To my account" }).click();
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByLabel("New e-mail").fill(wanted);
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByText("We have written to")).toBeVisible();

  await followLetter(page, wanted, "Confirm your new address");
  await page.getByRole("button", { name: "Make it my address" }).click();
  await expect(page.getByText("The address of your account is now")).toBeVisible();
  await page.getByRole("link", { name: "To my account" }).click();
  await expect(page.getByRole("main").getByText(wanted)).toBeVisible();

  await followLetter(page, email, "The address of your account has been changed");
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("The old address is back")).toBeVisible();
  await followLetter(page, email, "The old address is back");
  await page.getByLabel("Password", { exact: true }).fill("another four words apart");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("The new password is set")).toBeVisible();
  await signIn(page, { email, password: "another four words apart" });
  await expect(page.getByRole("main").getByText(email)).toBeVisible();
});

test("an edit on top of one made in another window is refused, loses nothing typed, and can be saved then", async ({
  page,
  context,
}) => {
  await signUp(page, anAddress());
  await open(page, "/en/account/profile");
  const second = await context.newPage();
  await open(second, "/en/account/profile");
  await second.getByLabel("Your name").fill("Anna Second");
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Anna Second" })).toBeVisible();

  await page.getByLabel("Your name").fill("Anna First");
  await page.getByLabel("Phone").fill("+7 912 345-67-89");
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("alert")).toContainText("Anna Second");
  await expect(page.getByLabel("Your name")).toHaveValue("Anna First");
  await expect(page.getByLabel("Phone")).toHaveValue("+7 912 345-67-89");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anna First" })).toBeVisible();
  await expect(page.getByText("+7 912 345-67-89")).toBeVisible();
});

test("an address is kept, edited, made the default, deleted and brought back, and an order goes to it", async ({
  page,
}) => {
  await signUp(page, anAddress());
  const add = async (name: string, street: string) => {
    await open(page, "/en/account/addresses/new");
    await page.getByLabel("Full name of the recipient").fill(name);
    await page.getByLabel("Phone").fill("+49 30 901820");
    await page.getByLabel("Street and house").fill(street);
    await page.getByLabel("Postcode").fill("10178");
    await page.getByLabel("City").fill("Berlin");
    await page.getByRole("button", { name: "Save the address" }).click();
    await page.waitForURL("**/en/account/addresses");
  };
  await open(page, "/en/account/addresses");
  await expect(page.getByRole("heading", { level: 2, name: "No addresses yet" })).toBeVisible();
  await add("Anna Home", "Rathausstraße 15");
  await add("Anna Work", "Unter den Linden 1");
  const cards = page.getByRole("list", { name: "My addresses" }).getByRole("listitem");
  const work = cards.filter({ hasText: "Anna Work" });

  await work.getByRole("link", { name: /^Edit/ }).click();
  await page.getByLabel("Street and house").fill("Unter den Linden 77");
  await page.getByRole("button", { name: "Save the address" }).click();
  await expect(work).toContainText("Unter den Linden 77");
  await work.getByRole("button", { name: "Make default for delivery" }).click();
  await expect(work).toContainText("Default for delivery");
  await work.getByRole("button", { name: "Delete" }).click();
  await expect(cards).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(work).toContainText("Default for delivery");

  await open(page, "/en/p/kora-mug");
  await page.getByRole("main").getByRole("button", { name: "Add to cart", exact: true }).first().click();
  await expect(page.getByRole("status").getByRole("link")).toBeVisible();
  await open(page, "/en/checkout");
  await expect(page.getByRole("radio", { name: /Anna Work/ })).toBeChecked();
  await page.getByRole("radio", { name: /Anna Home/ }).check();
  await page.getByLabel(/I agree/).check();
  await page.getByRole("button", { name: /Order for/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("is placed");
  await expect(page.getByRole("main")).toContainText("Rathausstraße 15");
});
