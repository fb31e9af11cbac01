import { Country, InvalidAddress, normaliseAddress, PostalAddress } from "@vitrina/domain/users";
import { aPostalAddress } from "@vitrina/domain/users/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formOf } from "./address-forms.ts";
import { readPhone } from "./phones.ts";

const rules = { formOf, readPhone };
const fieldsOf = (country: Country) =>
  formOf(country).fields.map(({ name, required }) => (required ? name : `${name}?`));

test("each country asks for what its mail needs, in the order of its envelopes", () => {
  expect(fieldsOf("RU")).toEqual(["street", "flat?", "city", "region?", "postcode"]);
  expect(fieldsOf("DE")).toEqual(["street", "flat?", "postcode", "city"]);
  expect(fieldsOf("US")).toEqual(["street", "flat?", "city", "region", "postcode"]);
});

test("regions are kept as mail writes them: states by code, Russian regions by name", () => {
  expect(formOf("US")).toMatchObject({ regionType: "state" });
  expect(formOf("US").regions).toContainEqual({ value: "NY", name: "New York" });
  expect(formOf("RU")).toMatchObject({ regionType: "oblast" });
  expect(formOf("RU").regions).toContainEqual({ value: "Московская область", name: "Московская область" });
  expect(formOf("DE")).toMatchObject({ regionType: null, regions: [] });
});

test.each([
  [{ country: "RU", postcode: "101 000" }, "101000"],
  [{ country: "DE", postcode: "10117" }, "10117"],
  [{ country: "US", postcode: "941051234", region: "CA" }, "94105-1234"],
  [{ country: "US", postcode: "94105-1234", region: "california" }, "94105-1234"],
] as const)("a postcode typed as in %j is kept as %s", (typed, kept) => {
  expect(normaliseAddress(aPostalAddress(typed), rules).postcode).toBe(kept);
});

test.each(Country.options)("the example of %s is a postcode there", (country) => {
  const { postcode, regions } = formOf(country);
  const address = aPostalAddress({ country, region: regions[0]?.value ?? "", postcode: postcode.example });

  expect(normaliseAddress(address, rules).postcode).toBe(postcode.example);
});

const country = fc.constantFrom(...Country.options);
const anyAddress = country.chain((country) =>
  fc.record({
    fullName: fc.string({ minLength: 1, maxLength: 20 }),
    phone: fc.constantFrom("8 912 345-67-89", "+49 30 901820", "030 901820", "415 555 2671", "+1 (415) 555-2671"),
    country: fc.constant(country),
    region: fc.constantFrom(
      "",
      "ny",
      "New York",
      "Московская область",
      ...formOf(country).regions.map(({ name }) => name),
    ),
    city: fc.string({ minLength: 1, maxLength: 20 }),
    postcode: fc.string({ unit: fc.constantFrom(..."0123456789 -"), minLength: 3, maxLength: 12 }),
    street: fc.string({ minLength: 3, maxLength: 20 }),
    flat: fc.string({ maxLength: 5 }),
  }),
);

test("every address that is kept is accepted again unchanged", () => {
  let kept = 0;
  fc.assert(
    fc.property(anyAddress, (typed) => {
      const parsed = PostalAddress.safeParse(typed);
      if (!parsed.success) return;
      try {
        const address = normaliseAddress(parsed.data, rules);
        kept += 1;
        expect(normaliseAddress(PostalAddress.parse(address), rules)).toEqual(address);
      } catch (error) {
        if (!(error instanceof InvalidAddress)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
  expect(kept).toBeGreaterThan(50);
});
