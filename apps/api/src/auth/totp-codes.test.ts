import { expect, test } from "vitest";
import { codeFor } from "#auth/testing-codes.ts";
import { createTotpCodes } from "#auth/totp-codes.ts";

const totp = createTotpCodes({ issuer: "Vitrina" });
/** The secret of RFC 6238 appendix B, "12345678901234567890". */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
])("the code of second %i is that of RFC 6238", (seconds, code) => {
  expect(totp.stepOf(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

test("a code is taken one step early or late, and no further", () => {
  const now = at(1_234_567_890);
  const step = Math.floor(1_234_567_890 / 30);

  const taken = [-2, -1, 0, 1, 2].map((steps) => totp.stepOf(SECRET, codeFor(SECRET, now, steps), now));

  expect(taken).toEqual([null, step - 1, step, step + 1, null]);
});

test.each(["", "1", "28708", "2870820", "287O82", "２８７０８２", "-87082"])("«%s» is no code", (code) => {
  expect(totp.stepOf(SECRET, code, at(59))).toBeNull();
});

test("every secret and recovery code is new, and long enough", () => {
  const secrets = Array.from({ length: 50 }, totp.newSecret);
  const codes = Array.from({ length: 50 }, totp.newRecoveryCode);

  expect(new Set(secrets).size).toBe(50);
  expect(new Set(codes).size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{24}$/);
});

test("the address behind the QR code names the shop and the person, as apps expect it", () => {
  const uri = new URL(totp.uriOf(SECRET, "anna@example.com"));

  expect(uri.protocol).toBe("otpauth:");
  expect(decodeURIComponent(uri.pathname)).toContain("Vitrina:anna@example.com");
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: "Vitrina",
    secret: SECRET,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
