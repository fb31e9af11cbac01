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
      case "catalog.sku-taken": {
        const skus = refusal.details.skus.slice(0, 5).join(", ");
        return t`These SKUs are taken: ${skus}.`;
      }
      case "catalog.combination-exists":
        return t`Two variants would be the same. Stop selling one of them first.`;
      case "catalog.invalid-combination":
        return t`A variant needs exactly one value of each option.`;
      case "catalog.option-in-use": {
        const { value, variants } = refusal.details;
        return t`Variants have the value “${value}” (${variants}). Stop selling them first.`;
      }
      case "catalog.option-code-twice": {
        const { code } = refusal.details;
        return t`The code “${code}” is there twice.`;
      }
      case "catalog.variant-limit-reached": {
        const { limit, wanted } = refusal.details;
        return t`That would be ${wanted} variants; a product has at most ${limit}.`;
      }
      case "catalog.locale-unknown":
        return t`The shop does not speak this language.`;
      case "catalog.nothing-to-translate":
        return t`There is no longer a text here to translate. Reload the page and look again.`;
      case "catalog.self-link":
        return t`A product does not lead to itself.`;
      case "catalog.link-limit-reached": {
        const { limit } = refusal.details;
        return t`One of the products would have more than ${limit} links of one kind. Take one away, or link one way only.`;
      }
      case "catalog.invalid-attributes": {
        const codes = refusal.details.faults.map((fault) => fault.code).join(", ");
        return t`These attributes do not take such a value: ${codes}.`;
      }
      case "catalog.attribute-in-use": {
        const { products, types } = refusal.details;
        return t`It is in use: ${products} products and ${types} product types say it.`;
      }
      case "catalog.attribute-code-taken":
        return t`There is an attribute with this code already.`;
      case "catalog.type-code-taken":
        return t`There is a product type with this code already.`;
      case "catalog.type-in-use": {
        const { products } = refusal.details;
        return t`${products} products are of this type, so it is kept.`;
      }
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
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
