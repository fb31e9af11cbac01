import { expect, test } from "vitest";
import { normaliseAddress } from "./address.ts";
import type { Address } from "./order.ts";
import { InvalidAddress } from "./orders.errors.ts";
import { anAddress } from "./testing.ts";

const american = { country: "US", phone: "(415) 555-2671", postcode: "94105", region: "CA" } as const;
const refusedField = (changes: Partial<Address>) => {
  try {
    normaliseAddress(anAddress(changes));
    return null;
  } catch (error) {
    return error instanceof InvalidAddress ? error.details.field : error;
  }
};

test.each([
  ["8 912 345-67-89", "+79123456789"],
  ["+7 (912) 345 67 89", "+79123456789"],
  ["79123456789", "+79123456789"],
  ["9123456789", "+79123456789"],
  ["+49 30 901820", "+4930901820"],
])("a phone typed as %s is kept as %s", (typed, kept) => {
  expect(normaliseAddress(anAddress({ phone: typed })).phone).toBe(kept);
});

test.each([
  ["DE", "030 901820", "+4930901820"],
  ["DE", "0049 30 901820", "+4930901820"],
  ["US", "415.555.2671", "+14155552671"],
  ["US", "1 415 555 2671", "+14155552671"],
] as const)("in %s a phone typed as %s is kept as %s", (country, typed, kept) => {
  const places = { RU: {}, DE: { postcode: "10117" }, US: american };

  expect(normaliseAddress(anAddress({ ...places[country], country, phone: typed })).phone).toBe(kept);
});

test.each(["12345", "+7 912 345", "8 912 345-67-8x", "00000000000000000", "+0 123 456 789"])(
  "a phone like %s is refused by name of the field",
  (phone) => {
    expect(refusedField({ phone })).toBe("phone");
  },
);

test("postcodes follow the country", () => {
  expect(refusedField({ postcode: "12345" })).toBe("postcode");
  expect(refusedField({ country: "DE", phone: "030901820", postcode: "1234" })).toBe("postcode");
  expect(refusedField({ ...american, postcode: "9410" })).toBe("postcode");
  expect(normaliseAddress(anAddress({ postcode: "101 000" })).postcode).toBe("101000");
  expect(normaliseAddress(anAddress({ ...american, postcode: "941051234" })).postcode).toBe("94105-1234");
});

test("an address in the United States needs its state, by code or by name", () => {
  expect(refusedField({ ...american, region: "" })).toBe("region");
  expect(refusedField({ ...american, region: "Bavaria" })).toBe("region");
  expect(normaliseAddress(anAddress({ ...american, region: "new york" })).region).toBe("NY");
});
