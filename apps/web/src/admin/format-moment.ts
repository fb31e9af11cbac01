import type { Locale } from "#core/locale.ts";

const format = (locale: Locale) =>
  new Intl.DateTimeFormat(locale === "ru" ? "ru-RU" : "en-GB", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Europe/Moscow",
  });

/** «24.11.2026, 17:03:12», Moscow time, from an ISO instant. */
export const formatMoment = (locale: Locale, instant: string): string => format(locale).format(new Date(instant));
