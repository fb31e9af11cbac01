import type { Locale } from "@vitrina/domain/core";
import { dayOf, renderLetter } from "#core/letter.ts";

const WORDS = {
  ru: {
    subject: "Копия ваших данных готова",
    told: (until: string) => `Файл можно скачать в аккаунте до ${until}. Понадобится ваш пароль.`,
    warning: "Если вы этого не просили, смените пароль: кто-то вошёл в ваш аккаунт.",
    label: "Скачать",
  },
  en: {
    subject: "The copy of your data is ready",
    told: (until: string) =>
      `You can download the file in your account until ${until}. Your password will be asked for.`,
    warning: "If you did not ask for it, change your password: somebody else is in your account.",
    label: "Download it",
  },
} as const;

/** The link leads to the page, which asks who is there: the letter itself opens nothing. */
export function exportReadyLetter({ locale, until, url }: { locale: Locale; until: string; url: string }) {
  const { subject, told, warning, label } = WORDS[locale];
  const paragraphs = [told(dayOf(locale, until)), warning];
  return renderLetter({ locale, subject, greeting: subject, paragraphs, button: { label, url } });
}
