import { expect, test } from "vitest";
import { remoteAddress } from "./remote-address.ts";

test("a shopper cannot choose their own address", () => {
  expect(remoteAddress("203.0.113.7", "1.2.3.4", [])).toBe("203.0.113.7");
  expect(remoteAddress("203.0.113.7", "1.2.3.4", ["10.0.0.1"])).toBe("203.0.113.7");
});

test("behind the shop's own proxy the nearest stranger is the shopper", () => {
  expect(remoteAddress("::ffff:10.0.0.1", "6.6.6.6, 203.0.113.7", ["10.0.0.1"])).toBe("203.0.113.7");
  expect(remoteAddress("10.0.0.1", "203.0.113.7, 10.0.0.2", ["10.0.0.1", "10.0.0.2"])).toBe("203.0.113.7");
});
