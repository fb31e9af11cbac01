import { expect, test } from "vitest";
import { cookieLine, cookieNames } from "#core/cookies.ts";

const expires = new Date("2026-01-01T10:00:00Z");

test("on HTTPS the tokens travel where no script, no other site and no other path can reach them", () => {
  const line = (cookie: "access" | "refresh" | "resume" | "cart") =>
    cookieLine(cookie, { https: true, text: "x", expires });

  expect(line("access")).toBe(
    "__Host-at=x; Path=/; Expires=Thu, 01 Jan 2026 10:00:00 GMT; HttpOnly; Secure; SameSite=Lax",
  );
  expect(line("refresh")).toBe(
    "__Secure-rt=x; Path=/auth; Expires=Thu, 01 Jan 2026 10:00:00 GMT; HttpOnly; Secure; SameSite=Strict",
  );
  expect(line("resume")).toBe("resume=x; Path=/; Expires=Thu, 01 Jan 2026 10:00:00 GMT; Secure; SameSite=Lax");
  expect(line("cart")).toBe(
    "__Host-cart=x; Path=/; Expires=Thu, 01 Jan 2026 10:00:00 GMT; HttpOnly; Secure; SameSite=Lax",
  );
});

test("on plain localhost the names lose their prefixes and nothing else", () => {
  expect(cookieNames(false)).toEqual({
    access: "at",
    refresh: "rt",
    device: "device",
    resume: "resume",
    cart: "cart",
  });
  expect(cookieLine("refresh", { https: false, text: "x", expires })).toBe(
    "rt=x; Path=/auth; Expires=Thu, 01 Jan 2026 10:00:00 GMT; HttpOnly; SameSite=Strict",
  );
});

test("a removed cookie carries nothing and has run out", () => {
  expect(cookieLine("access", { https: true, text: "secret", expires: null })).toBe(
    "__Host-at=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax",
  );
});
