import type { Locale } from "#core/locale.ts";
import type { Currency } from "#core/visitor.ts";

/** Integer minor units of a currency. */
export interface Money {
  amount: number;
  currency: Currency;
}

const TAGS: Record<Locale, string> = { ru: "ru-RU", en: "en-GB" };

const remembered = <Key extends string, Format>(create: (key: Key) => Format) => {
  const formats = new Map<Key, Format>();
  return (key: Key): Format => {
    const format = formats.get(key) ?? create(key);
    formats.set(key, format);
    return format;
  };
};

const moneyFormat = remembered((key: `${Locale}:${Currency}`) => {
  const [locale, currency] = key.split(":") as [Locale, Currency];
  return new Intl.NumberFormat(TAGS[locale], {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: "stripIfInteger",
  });
});

const numberFormat = remembered((locale: Locale) => new Intl.NumberFormat(TAGS[locale]));
const meanFormat = remembered(
  (locale: Locale) => new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const dateFormat = remembered(
  (locale: Locale) =>
    new Intl.DateTimeFormat(TAGS[locale], {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "Europe/Moscow",
    }),
);
const dayFormat = remembered(
  (locale: Locale) =>
    new Intl.DateTimeFormat(TAGS[locale], { day: "numeric", month: "long", timeZone: "Europe/Moscow" }),
);

/** «12 990 ₽», «12 990,50 €», "₽12,990". */
export const formatMoney = (locale: Locale, { amount, currency }: Money): string =>
  moneyFormat(`${locale}:${currency}`).format(amount / 100);

export const formatNumber = (locale: Locale, value: number): string => numberFormat(locale).format(value);

/** «4,6»: always one decimal. */
export const formatMean = (locale: Locale, value: number): string => meanFormat(locale).format(value);

/** «24 ноября 2026 г.», from an ISO instant. */
export const formatDate = (locale: Locale, instant: string): string => dateFormat(locale).format(new Date(instant));

/**
 * «26–28 ноября», from two ISO instants. Editions of Unicode's data space the dash differently: the server's and the
 * browser's text must be one.
 */
export const formatDays = (locale: Locale, from: string, to: string): string =>
  dayFormat(locale)
    .formatRange(new Date(from), new Date(to))
    .replace(/(\p{L})?\s*–\s*/u, (_, letter?: string) => (letter ? `${letter} – ` : "–"));
