import { Trans } from "@lingui/react/macro";
import type { CartView } from "#cart/use-cart.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";

/** How much is missing to free delivery; a bar and the same in words. */
export function FreeDeliveryBar({ cart }: { cart: CartView }) {
  const locale = useLocale();
  const missing = cart.freeDeliveryMissing;
  if (missing === null) return null;
  const reached = cart.totals.items - cart.totals.discount;
  const amount = formatMoney(locale, { amount: missing, currency: cart.currency });
  return (
    <div className="grid gap-1 text-sm">
      <p id="free-delivery">
        <Trans>{amount} more and delivery is free.</Trans>
      </p>
      <progress
        aria-labelledby="free-delivery"
        className="h-2 w-full accent-spruce"
        value={reached}
        max={reached + missing}
      />
    </div>
  );
}
