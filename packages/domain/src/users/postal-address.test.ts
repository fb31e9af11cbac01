import { expect, test } from "vitest";
import { normaliseAddress, type PostalAddress } from "./postal-address.ts";
import { aPostalAddress, postalRules } from "./address.fake.ts";
import { InvalidAddress } from "./users.errors.ts";

const american = { country: "US", phone: "+14155552671", postcode: "94105", region: "NY" } as const;
const kept = (changes: Partial<PostalAddress>) => normaliseAddress(aPostalAddress(changes), postalRules);
const refusedField = (changes: Partial<PostalAddress>) => {
  try {
    kept(changes);
    return null;
  } catch (error) {
    return error instanceof InvalidAddress ? error.details.field : error;
  }
};

test("what is wrong is told by name of the field", () => {
  expect(refusedField({})).toBeNull();
  expect(refusedField({ phone: "12345" })).toBe("phone");
  expect(refusedField({ postcode: "12345" })).toBe("postcode");
  expect(refusedField({ region: "Bavaria" })).toBe("region");
});

test("a postcode may be typed with or without spaces and hyphens", () => {
  expect(kept({ postcode: "101 000" }).postcode).toBe("101000");
  expect(kept({ postcode: "101-000" }).postcode).toBe("101000");
  expect(kept({ ...american, postcode: "94105 1234" }).postcode).toBe("94105-1234");
  expect(kept({ ...american, postcode: "941051234" }).postcode).toBe("94105-1234");
  expect(refusedField({ ...american, postcode: "9410" })).toBe("postcode");
});

test("a state may be given by code or by name, in small letters or capitals", () => {
  expect(kept({ ...american, region: "new york" }).region).toBe("NY");
  expect(kept({ ...american, region: "ny" }).region).toBe("NY");
  expect(refusedField({ ...american, region: "" })).toBe("region");
});

test("where a region is no part of an address, none is kept", () => {
  expect(kept({ country: "DE", phone: "+4930901820", postcode: "10117", region: "Berlin" }).region).toBe("");
  expect(kept({ region: "" }).region).toBe("");
});
