import { useLingui } from "@lingui/react/macro";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { useLocalized } from "#core/texts.ts";
import type { Facet, FacetValue } from "#search/list-pages.ts";

const NO_BREAK_SPACE = "\u00a0";

/** Words for a facet's values; numbers and ranges in the visitor's language, with their unit. */
export function useFacetTexts(): {
  nameOf: (facet: Facet) => string;
  labelOf: (facet: Facet, value: FacetValue) => string;
} {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();

  const number = (text: string) => formatNumber(locale, Number(text));
  const rangeOf = (key: string) => {
    const [low, high] = key.split("..");
    if (high === undefined) return number(key);
    if (!low) {
      const bound = number(high);
      return t`below ${bound}`;
    }
    return `${number(low)}–${number(high)}`;
  };
  const withUnit = (text: string, { unit }: Facet) => {
    const word = unit && localized(unit);
    return word ? text + (/^\p{L}/u.test(word) ? NO_BREAK_SPACE : "") + word : text;
  };
  return {
    nameOf: ({ name }) => localized(name),
    labelOf: (facet, { key, label }) => localized(label) || withUnit(rangeOf(key), facet),
  };
}
