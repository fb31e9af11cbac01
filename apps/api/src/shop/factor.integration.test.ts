import { afterEach, expect, test, vi } from "vitest";
import { codeFor } from "#auth/testing-codes.ts";
import { readEnv } from "#env.ts";
import { Misuse } from "#shop/command.ts";
import { codeCommand, factorCommand } from "#shop/factor.ts";
import { TEST_PASSWORD, testEnv, testShop } from "#testing.ts";

const shop = testShop();
const operator = () => ({
  services: shop.services,
  db: shop.database.db,
  env: readEnv({ ...testEnv, DATABASE_URL: "postgres://localhost/test" }),
  now: shop.clock.now,
});
afterEach(() => vi.restoreAllMocks());

/** What a command writes to the terminal. */
function written(): string[] {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  return lines;
}

test("the shop's only admin, who lost phone and codes, is let in by whoever runs the shop", async () => {
  const { email } = await shop.member("admin");
  const lines = written();
  const remove = (positionals: string[], reason = "phone stolen") =>
    factorCommand.run(operator(), { values: { reason }, positionals });

  await remove([email]);

  expect(lines.join()).toContain(email);
  await expect(shop.callerOf().auth.signIn({ email, password: TEST_PASSWORD })).resolves.toHaveProperty("profile");
  await expect(remove([email])).rejects.toThrow("has no second factor");
  await expect(remove(["nobody@vitrina.example"])).rejects.toThrow("There is no account");
  await expect(remove(["no address"])).rejects.toThrow("There is no account");
  await expect(remove([])).rejects.toThrow(Misuse);
  await expect(remove([email], "")).rejects.toThrow(Misuse);
});

test("a demo's phone shows the code of a key, however it is written", async () => {
  const { secret } = await shop.member("staff");
  const lines = written();

  await codeCommand.run(operator(), { values: {}, positionals: secret.toLowerCase().match(/.{4}/g) ?? [] });

  expect(lines).toEqual([codeFor(secret, shop.clock.now())]);
  await expect(codeCommand.run(operator(), { values: {}, positionals: ["123"] })).rejects.toThrow(Misuse);
});
