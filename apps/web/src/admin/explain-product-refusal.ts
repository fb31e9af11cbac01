import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept a product from being changed, and what to do. */
export function useExplainProductRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "catalog.slug-taken":
        return t`Another product has this address already.`;
      case "catalog.product-changed":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "catalog.not-publishable":
        return t`It cannot be bought yet: see what is missing.`;
      case "catalog.invalid-period":
        return t`It must come into the shop before it leaves it, and leave it in the future.`;
      case "catalog.has-orders":
        return t`This product was ordered, so it is kept. Archive it instead.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "core.invalid-input":
        return t`Check the fields: a name in at least one language is needed, and the address has small Latin letters, digits and hyphens.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
