import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a change of many products from being tried, done or undone, and what to do. */
export function useExplainBulkRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "catalog.bulk-too-many": {
        const { limit } = refusal.details;
        return t`That are more than ${limit} products. Narrow the list down and change them in parts.`;
      }
      case "catalog.bulk-nothing-found":
        return t`No product is left of this list. Reload the page and look again.`;
      case "catalog.bulk-not-ready":
      case "core.stale-version":
        return t`Somebody else has gone on with this change meanwhile. Reload the page and look again.`;
      case "catalog.collection-kind-fixed":
        return t`What is in this collection is decided by its rule. Choose one that is filled by hand.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      case "auth.factor-required":
        return t`Changes of prices ask for your second factor: set it up in your account under Security.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
