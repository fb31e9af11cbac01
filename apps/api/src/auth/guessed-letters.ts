import type { Locale } from "@vitrina/domain/core";
import { renderLetter } from "#core/letter.ts";

/** To the owner of an account at whose password somebody guesses (AUTH-04). */
export function guessedLetter({ locale, url }: { locale: Locale; url: string }) {
  const words = {
    ru: {
      subject: "Кто-то подбирает пароль к вашему аккаунту",
      greeting: "Кто-то подбирает пароль к вашему аккаунту",
      paragraphs: [
        "За последнее время было больше пяти попыток войти с неверным паролем. Мы замедляем такие попытки, а с устройств, на которых вы уже входили, вы попадёте в аккаунт как обычно.",
        "Если это были вы, просто подождите немного и попробуйте снова. Если нет, а пароль короткий или используется ещё где-то, смените его.",
      ],
      label: "Войти",
    },
    en: {
      subject: "Somebody is guessing your password",
      greeting: "Somebody is guessing your password",
      paragraphs: [
        "There were more than five attempts of late to sign in to your account with a wrong password. We slow such attempts down; on devices where you have signed in before, you get in as usual.",
        "If it was you, wait a little and try again. If it was not, and your password is short or used elsewhere too, change it.",
      ],
      label: "Sign in",
    },
  }[locale];
  const { label, ...body } = words;
  return renderLetter({ locale, ...body, button: { label, url } });
}
