import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { useExplainPriceRefusal } from "#admin/explain-price-refusal.ts";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";

/** What kept a tax from being set or ended, and what to do. */
export function useExplainTaxRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const explainPrice = useExplainPriceRefusal();
  return (refusal) => {
    switch (refusal?.code) {
      case "pricing.tax-overlap": {
        const { clash } = refusal.details;
        if (!clash?.from) return t`Another tax of this kind begins at that moment. Choose another time.`;
        const [percent, begin] = [formatNumber(locale, clash.rateBasisPoints / 100), formatMoment(locale, clash.from)];
        return t`${percent} % begin at that moment already (${begin}). Choose another time, or take them back first.`;
      }
      case "pricing.invalid-period":
        return t`A tax cannot begin in the past. Leave the moment empty to begin now.`;
      case "core.stale-version":
        return t`Somebody else has changed this meanwhile. What you typed is kept: look again and save.`;
      case "core.invalid-input":
        return t`Check the fields: a class, and 0 to 100 percent.`;
      default:
        return explainPrice(refusal);
    }
  };
}
