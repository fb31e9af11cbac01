import { useLingui } from "@lingui/react/macro";
import type { Refusal } from "@vitrina/api-contract";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";

/** Why the shop cannot be seen as of that moment. */
export function useExplainAsOfRefusal(): (refusal: Refusal | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  return (refusal) => {
    switch (refusal?.code) {
      case "search.moment-out-of-range": {
        const from = formatMoment(locale, refusal.details.from);
        const until = formatMoment(locale, refusal.details.until);
        return t`Choose a moment from ${from} to ${until}.`;
      }
      case "core.not-found":
        return t`This is no longer here. Reload the page and look again.`;
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
