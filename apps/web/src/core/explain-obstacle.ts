import { useLingui } from "@lingui/react/macro";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import { formatDate, formatMoney } from "#core/format.ts";

type Obstacle = NonNullable<inferOutput<Api["cart"]["view"]>["promotions"][number]["obstacle"]>;

/** Why a code gives nothing and what would help (PRM-06). */
export function useExplainObstacle(): (obstacle: Obstacle | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  return (obstacle) => {
    switch (obstacle?.reason) {
      case "unknown":
        return t`There is no such code. Check the letters and digits.`;
      case "not-yet": {
        const day = formatDate(locale, obstacle.startsAt);
        return t`This code works from ${day}.`;
      }
      case "ended": {
        const day = formatDate(locale, obstacle.endedAt);
        return t`This code ended on ${day}.`;
      }
      case "paused":
        return t`This code is paused for now.`;
      case "minimum": {
        const missing = formatMoney(locale, { amount: obstacle.missing, currency: obstacle.currency });
        return t`Add goods for ${missing} more and the code will work.`;
      }
      case "used-up":
        return t`This code has been used up.`;
      case "used-by-you":
        return t`You have used this code already.`;
      case "not-for-you":
        return t`This code is for some customers only. If you are one of them, sign in first.`;
      case "beaten": {
        const better = obstacle.by;
        return t`${better} gives more, so that one counts.`;
      }
      default:
        return t`That did not work. Please try again in a moment.`;
    }
  };
}
