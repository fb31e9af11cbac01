import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a category from being changed, and what to do. */
export function useExplainCategoryRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "catalog.category-cycle":
        return t`A category cannot lie within itself. Choose a place outside of it.`;
      case "catalog.category-not-empty":
        return refusal.details.children > 0
          ? t`There are categories below it. Move or delete them first.`
          : t`There are products in it, hidden ones among them perhaps. Give them another category first.`;
      case "catalog.category-too-deep": {
        const { limit } = refusal.details;
        return t`The tree has at most ${limit} levels. Choose a place further up.`;
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
