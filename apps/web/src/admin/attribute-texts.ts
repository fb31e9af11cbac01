import { useLingui } from "@lingui/react/macro";
import type { AttributeType } from "#admin/attribute-model.ts";
import type { LocalizedText } from "#core/texts.ts";

/** What an attribute takes, in the language of the page. */
export function useAttributeTypeNames(): Record<AttributeType, string> {
  const { t } = useLingui();
  return {
    text: t`Text`,
    number: t`Number`,
    boolean: t`Yes or no`,
    choice: t`One of several choices`,
    date: t`Day`,
    mixed: t`Whatever imports give`,
  };
}

/** Whether lists offer it as a filter. */
export function useFilterNames(): Record<"auto" | "yes" | "no", string> {
  const { t } = useLingui();
  return {
    auto: t`When it is useful: the shop decides`,
    yes: t`Always`,
    no: t`Never`,
  };
}
export const filterKey = (filterable: boolean | null) => (filterable === null ? "auto" : filterable ? "yes" : "no");
export const filterableOf = (key: string): boolean | null => (key === "auto" ? null : key === "yes");

/** Both languages, where a difference between them may be what matters. */
export const bothTexts = ({ ru, en }: LocalizedText): string => [ru, en].filter(Boolean).join(" / ");
