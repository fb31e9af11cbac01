import { useLingui } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type AddressForm = inferOutput<Api["users"]["addresses"]["forms"]>[number];
export type AddressBook = inferOutput<Api["users"]["addresses"]["list"]>;
export type SavedAddress = AddressBook["addresses"][number];
export type Country = AddressForm["country"];

export function useCountryName(): (country: Country) => string {
  const { t } = useLingui();
  const names: Record<Country, string> = { RU: t`Russia`, DE: t`Germany`, US: t`United States` };
  return (country) => names[country];
}

/** Where it is, in one line. */
export function usePlaceLine(): (address: Omit<SavedAddress, "id">) => string {
  const countryName = useCountryName();
  return ({ street, flat, city, region, postcode, country }) =>
    [street, flat, city, region === city ? "" : region, postcode, countryName(country)].filter(Boolean).join(", ");
}
