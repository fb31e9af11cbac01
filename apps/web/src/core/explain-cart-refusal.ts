import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";

/** What went wrong with the cart and what to do, in the language of the page. */
export function useExplainCartRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  return (refusal) => {
    switch (refusal?.code) {
      case "inventory.back-order-limit":
      case "inventory.out-of-stock": {
        const left = Math.min(...refusal.details.shortages.map((shortage) => shortage.left));
        return left > 0
          ? t`There are not that many: ${plural(left, { one: "only # is left", other: "only # are left" })}.`
          : t`It has just been sold out.`;
      }
      case "inventory.split-not-allowed": {
        const short = refusal.details.shortages.reduce((sum, { wanted, left }) => sum + wanted - left, 0);
        return t`Not everything lies in one place: ${plural(short, { one: "# piece is missing", other: "# pieces are missing" })} there. Allow several parcels or order less.`;
      }
      case "cart.not-sellable":
        return t`This is not for sale right now.`;
      case "pricing.rate-stale": {
        const { currency } = refusal.details;
        return t`Its price in ${currency} is being renewed: please come back later or pay in another currency.`;
      }
      case "cart.quantity-limit": {
        const { limit } = refusal.details;
        return t`No more than ${limit} of one thing fit in a cart.`;
      }
      case "cart.line-limit": {
        const { limit } = refusal.details;
        return t`No more than ${limit} different things fit in a cart.`;
      }
      case "core.busy":
        return t`The shop is very busy right now. Please try again in a few seconds.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
