import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";

/** What kept a price from being set or planned, and what to do. */
export function useExplainPriceRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  return (refusal) => {
    switch (refusal?.code) {
      case "pricing.period-overlap": {
        const { clash } = refusal.details;
        if (!clash) return t`Another price is planned for a part of that time.`;
        const price = formatMoney(locale, clash);
        const from = clash.from === null ? "–" : formatMoment(locale, clash.from);
        const until = clash.until === null ? "–" : formatMoment(locale, clash.until);
        return t`In that time ${price} is planned already (${from} – ${until}). Choose other times, or take that change back first.`;
      }
      case "pricing.price-changed": {
        const { current } = refusal.details;
        if (!current)
          return t`Somebody else has taken this out of sale meanwhile. What you typed is kept: look again and save.`;
        const price = formatMoney(locale, current);
        return t`Somebody else has set ${price} meanwhile. What you typed is kept: look again and save.`;
      }
      case "pricing.price-in-force":
        return t`This price has begun and is history now. Set another one instead.`;
      case "pricing.invalid-period":
        return t`A planned change must begin later than now, and end after it begins.`;
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      case "core.invalid-input":
        return t`Check the fields: a former price must be above the price.`;
      case "auth.factor-required":
        return t`Prices are changed with the second factor only. Set it up in your account.`;
      case "auth.forbidden":
        return t`Your own role does not allow this.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
