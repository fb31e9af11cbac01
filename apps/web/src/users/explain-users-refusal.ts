import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useExplainAddressRefusal } from "#core/address/explain-address-refusal.ts";

/** What kept a change of the person's own data from being saved, and what to do. */
export function useExplainUsersRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const explainAddress = useExplainAddressRefusal();
  return (refusal) => {
    switch (refusal?.code) {
      case "users.invalid-phone":
        return t`Check the phone number: with the country code, like +7 912 345-67-89.`;
      case "users.profile-changed": {
        const { name, phone } = refusal.details.profile;
        const now = [name, phone].filter(Boolean).join(", ");
        return t`Your data were changed in another window; they now say: ${now}. What you typed is still here: save again to keep it.`;
      }
      case "core.not-found":
        return t`This address is no longer there. Perhaps you deleted it in another window.`;
      case "core.invalid-input":
        return t`Something in the form is missing. Please look through it again.`;
      default:
        return explainAddress(refusal) ?? t`That did not work. Please try again in a moment.`;
    }
  };
}
