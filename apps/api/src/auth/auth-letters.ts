import type { Locale } from "@vitrina/domain/core";
import { renderLetter } from "#core/letter.ts";

interface AuthLetter {
  locale: Locale;
  /** Address the button opens. */
  url: string;
}

/** After signing up. */
export function welcomeLetter({ name, locale, url }: AuthLetter & { name: string }) {
  const words = {
    ru: {
      subject: "Добро пожаловать в Витрину",
      greeting: `Здравствуйте, ${name}!`,
      paragraphs: ["Аккаунт готов: в нём собраны ваши заказы, и корзина будет одной и той же на всех устройствах."],
      label: "Перейти в магазин",
    },
    en: {
      subject: "Welcome to Vitrina",
      greeting: `Hello, ${name}`,
      paragraphs: ["Your account is ready: it keeps your orders, and your cart is the same on every device."],
      label: "Go to the shop",
    },
  }[locale];
  const { label, ...body } = words;
  return renderLetter({ locale, ...body, button: { label, url } });
}

/** To the owner of an address with which somebody tries to register again: the answer on the page tells nothing. */
export function alreadyRegisteredLetter({ locale, url }: AuthLetter) {
  const words = {
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
  }[locale];
  const { label, ...body } = words;
  return renderLetter({ locale, ...body, button: { label, url } });
}

/** A spent refresh token came back: its sessions are ended (AUTH-06). */
export function sessionReusedLetter({ locale, url }: AuthLetter) {
  const words = {
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
  }[locale];
  const { label, ...body } = words;
  return renderLetter({ locale, ...body, button: { label, url } });
}
