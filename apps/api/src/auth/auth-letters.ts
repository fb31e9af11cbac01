import type { Locale } from "@vitrina/domain/core";
import { type LetterBody, renderLetter } from "#core/letter.ts";

export interface AuthLetter {
  locale: Locale;
  /** Address the button opens. */
  url: string;
}

interface Words extends Pick<LetterBody, "subject" | "greeting" | "paragraphs"> {
  /** Of the button. */
  label: string;
}

/** The letter in the language of its reader. */
export function letterIn({ locale, url }: AuthLetter, words: Record<Locale, Words>) {
  const { label, ...body } = words[locale];
  return renderLetter({ locale, ...body, button: { label, url } });
}

/** After signing up; the link confirms the address. */
export const welcomeLetter = ({ name, ...letter }: AuthLetter & { name: string }) =>
  letterIn(letter, {
    ru: {
      subject: "Добро пожаловать в Витрину",
      greeting: `Здравствуйте, ${name}!`,
      paragraphs: [
        "Аккаунт готов: в нём собраны ваши заказы, и корзина будет одной и той же на всех устройствах.",
        "Осталось подтвердить адрес. Откройте ссылку там, где вы вошли в аккаунт: она действует 24 часа и работает один раз.",
        "Если вы не регистрировались в Витрине, по той же ссылке можно задать свой пароль: тогда чужой доступ закроется.",
      ],
      label: "Подтвердить адрес",
    },
    en: {
      subject: "Welcome to Vitrina",
      greeting: `Hello, ${name}`,
      paragraphs: [
        "Your account is ready: it keeps your orders, and your cart is the same on every device.",
        "One thing is left: confirm your address. Open the link where you are signed in. It works for 24 hours, and once.",
        "If you never signed up at Vitrina, set a password of your own by the same link: that shuts everybody else out.",
      ],
      label: "Confirm the address",
    },
  });

/** To the owner of an address with which somebody tries to register again: the answer on the page tells nothing. */
export const alreadyRegisteredLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "У вас уже есть аккаунт",
      greeting: "У вас уже есть аккаунт",
      paragraphs: [
        "Кто-то, возможно вы, регистрируется с этим адресом, но аккаунт у вас уже есть. Войдите с прежним паролем.",
        "Если это были не вы, ничего делать не нужно: в аккаунте ничего не изменилось.",
      ],
      label: "Войти",
    },
    en: {
      subject: "You already have an account",
      greeting: "You already have an account",
      paragraphs: [
        "Somebody, perhaps you, is signing up with this address, but you have an account already. Sign in with its password.",
        "If it was not you, there is nothing to do: nothing in the account has changed.",
      ],
      label: "Sign in",
    },
  });

/** A spent refresh token came back: its sessions are ended (AUTH-06). */
export const sessionReusedLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Мы завершили один из ваших сеансов",
      greeting: "Мы завершили один из ваших сеансов",
      paragraphs: [
        "Ключ этого сеанса использовали дважды. Так бывает, когда его скопировали с вашего устройства, поэтому мы завершили сеанс.",
        "Войдите снова и, если сомневаетесь, смените пароль.",
      ],
      label: "Войти",
    },
    en: {
      subject: "We ended one of your sessions",
      greeting: "We ended one of your sessions",
      paragraphs: [
        "The key of that session was used twice, as happens when it was copied from your device, so we ended the session.",
        "Sign in again and, when in doubt, change your password.",
      ],
      label: "Sign in",
    },
  });
