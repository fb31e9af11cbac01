import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { InvalidConfiguration, readEnv, redacted } from "./env.ts";

const faultsOf = (source: Record<string, string>): string => {
  try {
    readEnv(source);
    return "";
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.message;
    throw error;
  }
};
const DATABASE_URL = "postgres://shop:pass-word-in-url@db/shop";

test("every fault of the configuration is told at once", () => {
  const message = faultsOf({ APP_ENV: "prod", PORT: "99999", DATABASE_URL: "mysql://x" });

  for (const name of ["APP_ENV", "PORT", "DATABASE_URL"]) expect(message).toContain(name);
});

test("production refuses what is meant for development", () => {
  const message = faultsOf({ APP_ENV: "production", DATABASE_URL });

  for (const name of ["PUBLIC_URL", "SMTP_URL", "AUTH_KEYS_FILE", "PASSWORD_PEPPER", "ORDER_TOKEN_KEY"])
    expect(message).toContain(name);
});

test("development is for this machine and its network: a public shop is told to be production", () => {
  for (const PUBLIC_URL of ["https://shop.example", "http://203.0.113.7:3000"])
    for (const APP_ENV of ["", "dev"])
      expect(faultsOf({ APP_ENV, PUBLIC_URL, DATABASE_URL })).toMatch(/PUBLIC_URL: .*set APP_ENV=production/);
  for (const PUBLIC_URL of [
    "http://localhost:3000",
    "http://192.168.0.7:3000",
    "http://nas.local",
    "http://[::1]:3000",
  ])
    expect(faultsOf({ PUBLIC_URL, DATABASE_URL })).toBe("");
});

test("tests refuse a database whose name lacks test", () => {
  expect(faultsOf({ APP_ENV: "test", DATABASE_URL })).toContain("test");
  expect(faultsOf({ APP_ENV: "test", DATABASE_URL: "postgres://localhost/vitrina_test_1" })).toBe("");
});

test("a secret may come from a file and is never shown", () => {
  const folder = mkdtempSync(join(tmpdir(), "vitrina-env-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "url");
  writeFileSync(file, `${DATABASE_URL}\n`);

  const env = readEnv({ DATABASE_URL_FILE: file });

  expect(env.DATABASE_URL).toBe(DATABASE_URL);
  expect(JSON.stringify(redacted(env))).not.toContain("pass-word-in-url");
});

test("a missing secret file and a doubled secret are faults with their names", () => {
  expect(faultsOf({ DATABASE_URL, DATABASE_URL_FILE: "/nowhere" })).toMatch(/both set[\s\S]*cannot be read/);
});

test("shoppers are told where to ask: an e-mail address, a phone or a page, or else who sends the letters", () => {
  const helpOf = (source: Record<string, string>) => readEnv({ DATABASE_URL, ...source }).HELP_CONTACT;

  expect(helpOf({ MAIL_FROM: "Shop <shop@example.com>" })).toEqual({
    href: "mailto:shop@example.com",
    text: "shop@example.com",
  });
  expect(helpOf({ HELP_CONTACT: "help@example.com" }).href).toBe("mailto:help@example.com");
  expect(helpOf({ HELP_CONTACT: "+7 (495) 123-45-67" })).toEqual({
    href: "tel:+74951234567",
    text: "+7 (495) 123-45-67",
  });
  expect(helpOf({ HELP_CONTACT: "https://shop.example/help/" })).toEqual({
    href: "https://shop.example/help/",
    text: "shop.example/help",
  });
  expect(helpOf({ HELP_CONTACT: "https://магазин.рф/помощь?о=заказе" }).text).toBe("магазин.рф/помощь?о=заказе");
  expect(faultsOf({ DATABASE_URL, HELP_CONTACT: "javascript:alert(1)" })).toMatch(/HELP_CONTACT: must be/);
});
