import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useExplainPriceRefusal } from "#admin/explain-price-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import { unitCostShown } from "#admin/rate-text.ts";
import { useLocale } from "#core/app.ts";

/** What kept a rate from being set or ended, and what to do. */
export function useExplainRateRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const explainPrice = useExplainPriceRefusal();
  return (refusal) => {
    switch (refusal?.code) {
      case "pricing.rate-overlap": {
        const { clash } = refusal.details;
        if (!clash) return t`Another rate begins at that moment. Choose another time.`;
        const [cost, begin] = [unitCostShown(locale, clash.unitCost), formatMoment(locale, clash.from)];
        return t`The rate ${cost} begins at that moment already (${begin}). Choose another time, or take it back first.`;
      }
      case "pricing.invalid-period":
        return t`A rate cannot begin in the past. Leave the moment empty to begin now.`;
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. What you typed is kept: look again and save.`;
      case "core.invalid-input":
        return t`Check the fields: a rate is above nothing and holds for 1 to 366 days.`;
      default:
        return explainPrice(refusal);
    }
  };
}
