import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What kept stock or a place from being changed, and what to do. */
export function useExplainStockRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "inventory.negative-on-hand": {
        const { onHand } = refusal.details;
        return t`Only ${onHand} lie there by the book: no more can leave.`;
      }
      case "inventory.below-reserved": {
        const { reserved } = refusal.details;
        return t`${reserved} of the pieces are promised to buyers. Cancel an order first, or let the hold run out.`;
      }
      case "inventory.count-overtaken": {
        const { onHand } = refusal.details;
        return t`The shop has moved these goods since you began to count: the book says ${onHand} now. Count again.`;
      }
      case "inventory.location-code-taken":
        return t`There is a place with this code already.`;
      case "inventory.location-limit-reached": {
        const { limit } = refusal.details;
        return t`There are ${limit} places already, and no more are possible. Delete one that nobody needs.`;
      }
      case "inventory.has-stock": {
        const { pieces } = refusal.details;
        return t`Goods still lie in this place or are on their way: ${pieces}. Transfer them first, or close the place instead.`;
      }
      case "inventory.main-location-stays":
        return t`Imports put their goods here, so this place stays. It can be closed.`;
      case "inventory.not-enough": {
        const left = refusal.details.shortages.map((shortage) => shortage.left).join(", ");
        return t`Not that many are free there: ${left}. What is promised to buyers stays.`;
      }
      case "inventory.out-of-stock": {
        const left = refusal.details.shortages.map((shortage) => shortage.left).join(", ");
        return t`Only ${left} can be set aside: receive the missing pieces first.`;
      }
      case "inventory.level-adrift":
        return t`The book of this article does not add up: set that right first, then this.`;
      case "inventory.unknown-skus": {
        const skus = refusal.details.skus.join(", ");
        return t`The shop does not know these SKUs: ${skus}.`;
      }
      case "inventory.more-than-sent":
        return t`More arrived than was sent: receive what was sent, and the rest as goods that came in.`;
      case "inventory.reason-missing":
        return t`Less arrived than was sent: say why.`;
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "core.invalid-input":
        return t`Check the fields: whole numbers, and a reason of at least three characters.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
