import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a view of a list from being saved, and what to do. */
export function useExplainViewRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "core.view-limit-reached": {
        const { limit } = refusal.details;
        return t`You have ${limit} views of this list, which is the most. Remove one first.`;
      }
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
