import { type AuthLetter, letterIn } from "#auth/auth-letters.ts";

/** Sent again on request. */
export const verificationLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Подтвердите адрес почты",
      greeting: "Подтвердите адрес почты",
      paragraphs: [
        "Откройте ссылку там, где вы вошли в аккаунт. Она действует 24 часа и работает один раз.",
        "Если вы не регистрировались в Витрине, по той же ссылке можно задать свой пароль: тогда чужой доступ закроется.",
      ],
      label: "Подтвердить адрес",
    },
    en: {
      subject: "Confirm your e-mail address",
      greeting: "Confirm your e-mail address",
      paragraphs: [
        "Open the link where you are signed in. It works for 24 hours, and once.",
        "If you never signed up at Vitrina, set a password of your own by the same link: that shuts everybody else out.",
      ],
      label: "Confirm the address",
    },
  });

export const resetLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Новый пароль",
      greeting: "Задайте новый пароль",
      paragraphs: [
        "По этой ссылке можно задать новый пароль. Она действует 30 минут и работает один раз. После этого нужно будет войти заново на всех устройствах.",
        "Если вы этого не просили, ничего делать не нужно: прежний пароль остаётся в силе.",
      ],
      label: "Задать пароль",
    },
    en: {
      subject: "A new password",
      greeting: "Set a new password",
      paragraphs: [
        "This link lets you set a new password. It works for 30 minutes, and once. You will then have to sign in again on every device.",
        "If you did not ask for it, there is nothing to do: your password stays as it is.",
      ],
      label: "Set a password",
    },
  });

/** The button leads to a way back, should it have been somebody else. */
export const passwordChangedLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Пароль изменён",
      greeting: "Пароль изменён",
      paragraphs: [
        "Пароль вашего аккаунта изменён, и сеансы на других устройствах завершены.",
        "Если это сделали не вы, сразу задайте новый пароль: ссылка придёт на этот адрес.",
      ],
      label: "Это не я: задать новый пароль",
    },
    en: {
      subject: "Your password has been changed",
      greeting: "Your password has been changed",
      paragraphs: [
        "The password of your account has been changed, and sessions on other devices have ended.",
        "If it was not you, set a new one at once: a link will come to this address.",
      ],
      label: "It was not me: set a new password",
    },
  });

export const emailChangeLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Подтвердите новый адрес",
      greeting: "Подтвердите новый адрес",
      paragraphs: [
        "Вы хотите, чтобы этот адрес стал адресом вашего аккаунта. Откройте ссылку там, где вы вошли в аккаунт: она действует 24 часа.",
        "До тех пор вход остаётся по прежнему адресу. Если вы этого не просили, просто не открывайте ссылку.",
      ],
      label: "Подтвердить новый адрес",
    },
    en: {
      subject: "Confirm your new address",
      greeting: "Confirm your new address",
      paragraphs: [
        "You want this to be the address of your account. Open the link where you are signed in: it works for 24 hours.",
        "Until then you sign in with the old address. If you did not ask for this, just leave the link alone.",
      ],
      label: "Confirm the new address",
    },
  });

/** To the owner of an address that another account asks for. */
export const emailTakenLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "У этого адреса уже есть аккаунт",
      greeting: "У этого адреса уже есть аккаунт",
      paragraphs: [
        "Кто-то, возможно вы, хочет указать этот адрес в другом аккаунте, но с ним уже связан ваш аккаунт. Войдите в него.",
        "Если это были не вы, ничего делать не нужно: в аккаунте ничего не изменилось.",
      ],
      label: "Войти",
    },
    en: {
      subject: "This address has an account already",
      greeting: "This address has an account already",
      paragraphs: [
        "Somebody, perhaps you, wants to use this address in another account, but an account of yours has it. Sign in to that one.",
        "If it was not you, there is nothing to do: nothing in the account has changed.",
      ],
      label: "Sign in",
    },
  });

/** To the old address. */
export const emailChangedLetter = ({ newEmail, ...letter }: AuthLetter & { newEmail: string }) =>
  letterIn(letter, {
    ru: {
      subject: "Адрес вашего аккаунта изменён",
      greeting: "Адрес вашего аккаунта изменён",
      paragraphs: [
        `Теперь у аккаунта другой адрес: ${newEmail}. Входить нужно с ним.`,
        "Если это сделали не вы, верните прежний адрес по ссылке: она действует 7 дней и завершит все сеансы.",
      ],
      label: "Вернуть прежний адрес",
    },
    en: {
      subject: "The address of your account has been changed",
      greeting: "The address of your account has been changed",
      paragraphs: [
        `The account has another address now: ${newEmail}. Sign in with that one.`,
        "If it was not you, take the old address back by the link: it works for 7 days and ends every session.",
      ],
      label: "Take the old address back",
    },
  });

export const emailRestoredLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Прежний адрес возвращён",
      greeting: "Прежний адрес возвращён",
      paragraphs: [
        "Аккаунт снова связан с этим адресом, и все сеансы завершены.",
        "Тот, кто сменил адрес, знал ваш пароль, поэтому он больше не действует. Задайте новый: ссылка действует 30 минут.",
      ],
      label: "Задать новый пароль",
    },
    en: {
      subject: "The old address is back",
      greeting: "The old address is back",
      paragraphs: [
        "The account has this address again, and every session has ended.",
        "Whoever changed the address knew your password, so it opens nothing any more. Set a new one: the link works for 30 minutes.",
      ],
      label: "Set a new password",
    },
  });
