import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useExplainPriceRefusal } from "#admin/explain-price-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";

/** What kept a price list from being changed, and what to do. */
export function useExplainListRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  const explainPrice = useExplainPriceRefusal();
  return (refusal) => {
    switch (refusal?.code) {
      case "pricing.list-conflict": {
        const { clash } = refusal.details;
        if (clash?.kind === "list") {
          const name = localized(clash.name);
          const { priority } = clash;
          return t`The list “${name}” has the priority ${priority} at the same time. Choose another priority or other times.`;
        }
        if (!clash?.price) return t`Another price of this list holds for a part of that time.`;
        const { sku } = clash;
        const price = formatMoney(locale, clash.price);
        const from = clash.price.from === null ? "–" : formatMoment(locale, clash.price.from);
        return t`For ${sku} the list has ${price} planned from ${from} already. Choose other times.`;
      }
      case "pricing.unknown-skus": {
        const skus = refusal.details.skus.join(", ");
        return t`No variants have these SKUs: ${skus}. Nothing was saved.`;
      }
      case "pricing.list-limit-reached": {
        const { limit } = refusal.details;
        return t`There are ${limit} lists already, and no more are possible.`;
      }
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. Reload the page and look again.`;
      case "core.invalid-input":
        return t`Check the fields: both names, a priority and a country of two letters.`;
      default:
        return explainPrice(refusal);
    }
  };
}
