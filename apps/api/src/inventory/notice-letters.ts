import { localized, type Locale } from "@vitrina/domain/core";
import type { NoticedGoods } from "@vitrina/domain/inventory";
import { renderLetter } from "#core/letter.ts";

interface NoticeLetter {
  goods: Pick<NoticedGoods, "name" | "optionNames">;
  locale: Locale;
  /** Of the letter's button. */
  url: string;
  /** Where all notices of the address end. */
  stopUrl: string;
}

const WORDS = {
  ru: {
    confirm: {
      subject: (what: string) => `Подтвердите: написать вам, когда появится ${what}?`,
      greeting: "Сообщить, когда товар появится?",
      told: (what: string) =>
        `Кто-то, скорее всего вы, попросил написать на этот адрес, когда снова появится ${what}. Подтвердите это, и мы пришлём одно письмо.`,
      more: "Кнопка работает сутки. Если это были не вы, ничего не делайте: мы не напишем.",
      label: "Да, напишите мне",
    },
    known: {
      subject: (what: string) => `Вы уже ждёте: ${what}`,
      greeting: "Вы уже подписаны",
      told: (what: string) => `На этот адрес мы и так пришлём письмо, когда снова появится ${what}.`,
      more: "Ничего делать не нужно.",
      label: "Открыть товар",
    },
    back: {
      subject: (what: string) => `Снова в продаже: ${what}`,
      greeting: "Товар снова в продаже",
      told: (what: string) => `Вы просили написать: ${what} снова можно купить.`,
      more: "Мы его не придерживаем: сколько есть, решает, кто успеет раньше. Больше писем об этом не будет.",
      label: "Открыть товар",
    },
    stop: "Не писать на этот адрес о поступлениях",
  },
  en: {
    confirm: {
      subject: (what: string) => `Confirm that we may write when ${what} is back`,
      greeting: "Shall we tell you when it is back?",
      told: (what: string) =>
        `Somebody, most likely you, asked us to write to this address when ${what} is back. Confirm it, and we will send one letter.`,
      more: "The button works for a day. If it was not you, do nothing: we will not write.",
      label: "Yes, write to me",
    },
    known: {
      subject: (what: string) => `You wait for it already: ${what}`,
      greeting: "You are on the list already",
      told: (what: string) => `We will write to this address anyway when ${what} is back.`,
      more: "There is nothing to do.",
      label: "Open the product",
    },
    back: {
      subject: (what: string) => `Back in stock: ${what}`,
      greeting: "It is back in stock",
      told: (what: string) => `You asked us to write: ${what} can be bought again.`,
      more: "We do not keep it for you: first come, first served. There will be no more letters about this.",
      label: "Open the product",
    },
    stop: "No more letters to this address about goods that are back",
  },
} as const;

const nameOf = ({ goods: { name, optionNames }, locale }: NoticeLetter): string => {
  const options = optionNames.map(({ value }) => localized(value, locale)).join(", ");
  const whole = options ? `${localized(name, locale)} (${options})` : localized(name, locale);
  return locale === "ru" ? `«${whole}»` : whole;
};

function noticeLetter(letter: NoticeLetter, kind: "confirm" | "known" | "back") {
  const { locale, url, stopUrl } = letter;
  const { stop, [kind]: words } = WORDS[locale];
  const what = nameOf(letter);
  const { subject, greeting, told, more, label } = words;
  return {
    ...renderLetter({
      locale,
      subject: subject(what),
      greeting,
      paragraphs: [told(what), more],
      button: { label, url },
      wayOut: { label: stop, url: stopUrl },
    }),
    unsubscribe: stopUrl,
  };
}

/** A guest asked to be told: `url` confirms it. */
export const noticeConfirmLetter = (letter: NoticeLetter) => noticeLetter(letter, "confirm");
/** Asked again at an address that waits already; `url` is the product's page, as below. */
export const noticeKnownLetter = (letter: NoticeLetter) => noticeLetter(letter, "known");
/** It is back (INV-11). */
export const restockedLetter = (letter: NoticeLetter) => noticeLetter(letter, "back");
