import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFactNames } from "#admin/condition-fields.tsx";
import type { Rule } from "#admin/group-rule-draft.ts";
import { useCountryName } from "#core/address/address-texts.ts";
import { useLocale } from "#core/app.ts";
import { formatDate, formatMoney, formatNumber } from "#core/format.ts";

type Condition = Rule[number];

/** A rule of a group in words: «Placed orders: at least 3, within the last 30 days; E-mail confirmed». */
export function useRuleText(): (rule: Rule) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const names = useFactNames();
  const countryName = useCountryName();
  const atLeast = (least: string, days: number | null) => {
    if (days === null) return t`at least ${least}`;
    return t`at least ${least}, ${plural(days, { one: "within the last day", other: "within the last # days" })}`;
  };
  const asked = (condition: Condition): string | null => {
    switch (condition.fact) {
      case "orders":
        return atLeast(formatNumber(locale, condition.atLeast), condition.withinDays);
      case "spent":
        return atLeast(formatMoney(locale, { ...condition, amount: condition.atLeast }), condition.withinDays);
      case "registered":
        return formatDate(locale, condition.since);
      case "country":
        return condition.countries.map(countryName).join(", ");
      case "verified":
        return null;
    }
  };
  return (rule) =>
    rule.map((condition) => [names[condition.fact], asked(condition)].filter(Boolean).join(": ")).join("; ");
}
