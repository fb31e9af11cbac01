import { expect, test } from "vitest";
import { formatPhone } from "#core/address/format-phone.ts";

test("a Russian number is spaced as Russians write it, another one stays as it is", () => {
  expect(formatPhone("+79123456789")).toBe("+7\u00A0912\u00A0345-67-89");
  expect(formatPhone("+4930901820")).toBe("+4930901820");
  expect(formatPhone("+7912345678")).toBe("+7912345678");
});
