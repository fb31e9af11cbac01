import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a collection from being changed, and what to do. */
export function useExplainCollectionRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "catalog.rule-invalid": {
        const reasons = {
          "no-bounds": t`a lower or an upper bound is missing`,
          "bounds-crossed": t`the lower bound is above the upper one`,
          "unknown-category": t`a category is no longer there`,
          "unknown-attribute": t`there is no attribute with this code`,
        };
        const faults = refusal.details.faults.map(({ path, reason }) => {
          const [branch, condition] = path.split(".").map((step) => Number(step) + 1);
          return t`part ${branch ?? 0}, condition ${condition ?? 0}: ${reasons[reason]}`;
        });
        return t`The rule cannot be asked: ${faults.join("; ")}.`;
      }
      case "catalog.collection-kind-fixed":
        return t`In a collection by a rule the rule decides what is in it.`;
      case "catalog.collection-limit-reached": {
        const { limit } = refusal.details;
        return t`There are ${limit} collections already. Delete one that nobody needs.`;
      }
      case "catalog.address-taken": {
        const { slug } = refusal.details;
        return t`Something else is found at the address “${slug}”. Choose another one.`;
      }
      case "core.invalid-input":
        return t`Check the fields: a name in one language at least, and an address of small Latin letters, digits and hyphens.`;
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
