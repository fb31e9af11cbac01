import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useExplainAddressRefusal } from "#core/address/explain-address-refusal.ts";
import { useExplainCartRefusal } from "#core/explain-cart-refusal.ts";
import { useExplainObstacle } from "#core/explain-obstacle.ts";
import { useExplainWait } from "#core/explain-wait.ts";

/** What kept the order from being placed and what to do. */
export function useExplainOrderRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const explainCart = useExplainCartRefusal();
  const explainObstacle = useExplainObstacle();
  const explainAddress = useExplainAddressRefusal();
  const explainWait = useExplainWait();
  return (refusal) => {
    switch (refusal?.code) {
      case "orders.empty-cart":
        return t`The cart is empty.`;
      case "orders.quote-changed":
        return t`The total has changed since you saw it. Please look at the new one and confirm again.`;
      case "orders.no-delivery-method":
        return t`We do not deliver there yet. Choose another country.`;
      case "orders.invalid-email":
        return t`This e-mail address cannot be right. It should look like name@example.com.`;
      case "orders.address-gone":
        return t`This address is no longer among yours. Please pick another one; nothing else is lost.`;
      case "orders.payment-declined":
        return t`The payment was declined. Nothing was charged; try again or choose another way to pay.`;
      case "promotions.code-refused":
        return explainObstacle(refusal.details.obstacle);
      case "core.rate-limited":
        return explainWait(refusal.details);
      case "core.invalid-input":
        return t`Something in the form is missing. Please look through it again.`;
      default:
        return explainAddress(refusal) ?? explainCart(refusal);
    }
  };
}
