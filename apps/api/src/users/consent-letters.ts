import type { Locale } from "@vitrina/domain/core";
import type { ConsentPurpose } from "@vitrina/domain/users";
import { renderLetter } from "#core/letter.ts";

const WHAT: Record<Locale, Record<ConsentPurpose, string>> = {
  ru: {
    newsletter: "новости и акции магазина",
    recommendations: "подборки товаров по вашим покупкам",
    "review-requests": "просьбы рассказать о том, что вы купили",
  },
  en: {
    newsletter: "news and offers of the shop",
    recommendations: "goods picked by what you have bought",
    "review-requests": "requests to tell others about what you bought",
  },
};

const WORDS = {
  ru: {
    subject: "Вы подписались на письма",
    greeting: "Вы подписались",
    told: (what: string) => `Будем изредка присылать на этот адрес: ${what}.`,
    way: "Отписаться можно в любую минуту: кнопкой ниже, кнопкой почтовой программы или в аккаунте.",
    label: "Отписаться",
  },
  en: {
    subject: "You have subscribed to our letters",
    greeting: "You have subscribed",
    told: (what: string) => `Now and then we will send to this address: ${what}.`,
    way: "You can unsubscribe at any moment: by the button below, by that of your mail program, or in your account.",
    label: "Unsubscribe",
  },
} as const;

/** After a person said yes; `url` is the unsubscribe link. */
export function subscribedLetter({ locale, purpose, url }: { locale: Locale; purpose: ConsentPurpose; url: string }) {
  const { subject, greeting, told, way, label } = WORDS[locale];
  return renderLetter({
    locale,
    subject,
    greeting,
    paragraphs: [told(WHAT[locale][purpose]), way],
    button: { label, url },
  });
}
