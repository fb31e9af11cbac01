import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";
import { useLocale } from "#core/app.ts";
import type { Locale } from "#core/locale.ts";

export type CategoryNode = inferOutput<Api["catalog"]["categories"]>[number];
export type CategoryLink = Pick<CategoryNode, "slug" | "name">;
export type LocalizedText = CategoryNode["name"];

/** The text in `locale`, else in the other language. */
export const localizedText = (text: LocalizedText, locale: Locale): string => text[locale] ?? text.ru ?? text.en ?? "";

/** `localized(product.name)` in the language of the page. */
export function useLocalized(): (text: LocalizedText) => string {
  const locale = useLocale();
  return (text) => localizedText(text, locale);
}

interface Goods {
  name: LocalizedText;
  optionNames: readonly { value: LocalizedText }[];
}

/** «Чашка, синяя»: the product and what sets the variant apart. */
export function useGoodsName(): (goods: Goods) => string {
  const localized = useLocalized();
  return ({ name, optionNames }) => [localized(name), ...optionNames.map(({ value }) => localized(value))].join(", ");
}
