import { expect, test } from "vitest";
import { refusalOf, worthRepeating } from "#core/refusal.ts";

const refusedWith = (code: string) => Object.assign(new Error(code), { data: { refusal: { code, details: {} } } });
const refused = refusedWith("core.not-found");

test("a refusal is found behind the errors that wrap it", () => {
  expect(refusalOf(new Error("loading", { cause: refused }))?.code).toBe("core.not-found");
  expect(refusalOf(new Error("no network"))).toBeNull();
});

test("a browser asks once more when the network failed or the shop was busy, never when the shop said no", () => {
  const browser = { server: false };

  expect(worthRepeating(browser)(0, new Error("no network"))).toBe(true);
  expect(worthRepeating(browser)(1, new Error("no network"))).toBe(false);
  expect(worthRepeating(browser)(0, refusedWith("core.busy"))).toBe(true);
  expect(worthRepeating(browser)(0, refused)).toBe(false);
});

test("a page being made on the server waits for no second try", () => {
  expect(worthRepeating({ server: true })(0, new Error("no database"))).toBe(false);
});
