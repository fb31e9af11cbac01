import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What is wrong with an address and what to do; null when the refusal is about something else. */
export function useExplainAddressRefusal(): (refusal: Refusal | null) => string | null {
  const { t } = useLingui();
  const faults = {
    phone: t`Check the phone number: with the country code, like +7 912 345-67-89.`,
    postcode: t`Check the postcode: it does not fit the country.`,
    region: t`Choose the region from the list: we do not know this one.`,
  };
  return (refusal) => {
    switch (refusal?.code) {
      case "users.invalid-address":
        return faults[refusal.details.field];
      case "users.address-limit-reached": {
        const { limit } = refusal.details;
        return t`You have ${limit} addresses, and there is no room for more. Delete one that you no longer use.`;
      }
      default:
        return null;
    }
  };
}
