import { type AuthLetter, letterIn } from "#auth/auth-letters.ts";

export const factorAddedLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Второй фактор включён",
      greeting: "Второй фактор включён",
      paragraphs: [
        "Теперь для входа в аккаунт нужен не только пароль, но и код из приложения. Сеансы на других устройствах завершены.",
        "Храните коды восстановления там, где их не потеряете вместе с телефоном.",
        "Если это сделали не вы, сразу задайте новый пароль и напишите нам.",
      ],
      label: "Это не я: задать новый пароль",
    },
    en: {
      subject: "The second factor is on",
      greeting: "The second factor is on",
      paragraphs: [
        "Signing in to your account now takes a code from your app as well as the password. Sessions on other devices have ended.",
        "Keep the recovery codes somewhere you will not lose together with your phone.",
        "If it was not you, set a new password at once and write to us.",
      ],
      label: "It was not me: set a new password",
    },
  });

export const factorRemovedLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Второй фактор отключён",
      greeting: "Второй фактор отключён",
      paragraphs: [
        "Теперь для входа в аккаунт достаточно пароля. Сеансы на других устройствах завершены, коды восстановления больше не действуют.",
        "Если это сделали не вы, сразу задайте новый пароль: ссылка придёт на этот адрес.",
      ],
      label: "Это не я: задать новый пароль",
    },
    en: {
      subject: "The second factor is off",
      greeting: "The second factor is off",
      paragraphs: [
        "The password alone now opens your account. Sessions on other devices have ended, and the recovery codes no longer work.",
        "If it was not you, set a new password at once: a link will come to this address.",
      ],
      label: "It was not me: set a new password",
    },
  });

/** Removed by the shop's people, because the owner could no longer sign in. */
export const factorResetLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Мы отключили второй фактор вашего аккаунта",
      greeting: "Мы отключили второй фактор",
      paragraphs: [
        "К нам обратились и сообщили, что приложение с кодами и коды восстановления потеряны. Мы отключили второй фактор и завершили все сеансы: войдите с паролем и включите его снова.",
        "Если вы нас об этом не просили, сразу задайте новый пароль и напишите нам.",
      ],
      label: "Это не я: задать новый пароль",
    },
    en: {
      subject: "We removed the second factor of your account",
      greeting: "We removed the second factor",
      paragraphs: [
        "We were told that the app and the recovery codes are lost. The second factor is off and every session has ended: sign in with your password and set it up again.",
        "If you did not ask us for this, set a new password at once and write to us.",
      ],
      label: "It was not me: set a new password",
    },
  });

/** Somebody gave the right password and too many wrong codes. */
export const factorGuessedLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Кто-то знает ваш пароль и подбирает код",
      greeting: "Кто-то знает ваш пароль и подбирает код",
      paragraphs: [
        "В аккаунт пытались войти с верным паролем и пять раз указали неверный код. Второй фактор никого не пустил, и мы замедляем такие попытки.",
        "Если это были не вы, задайте новый пароль. Если вы, проверьте, верно ли идут часы на телефоне, или войдите с кодом восстановления.",
      ],
      label: "Задать новый пароль",
    },
    en: {
      subject: "Somebody knows your password and is guessing the code",
      greeting: "Somebody knows your password and is guessing the code",
      paragraphs: [
        "Your account was tried with the right password and five wrong codes. The second factor let nobody in, and we slow such attempts down.",
        "If it was not you, set a new password. If it was, see whether the clock of your phone is right, or use a recovery code.",
      ],
      label: "Set a new password",
    },
  });

export const recoveryCodesRenewedLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Новые коды восстановления",
      greeting: "Новые коды восстановления",
      paragraphs: [
        "В вашем аккаунте созданы новые коды восстановления. Прежние больше не действуют.",
        "Если это сделали не вы, сразу задайте новый пароль и напишите нам.",
      ],
      label: "Это не я: задать новый пароль",
    },
    en: {
      subject: "New recovery codes",
      greeting: "New recovery codes",
      paragraphs: [
        "New recovery codes were made in your account. The old ones no longer work.",
        "If it was not you, set a new password at once and write to us.",
      ],
      label: "It was not me: set a new password",
    },
  });

/** `left`: how many recovery codes still work. */
export const recoveryCodeUsedLetter = ({ left, ...letter }: AuthLetter & { left: number }) =>
  letterIn(letter, {
    ru: {
      subject: "Использован код восстановления",
      greeting: "Использован код восстановления",
      paragraphs: [
        `В аккаунте использован код восстановления вместо кода из приложения. Больше он не действует. Осталось кодов: ${left}.`,
        "Если телефон потерян, отключите второй фактор и включите его с новым приложением. Если это были не вы, сразу задайте новый пароль.",
      ],
      label: "Безопасность аккаунта",
    },
    en: {
      subject: "A recovery code was used",
      greeting: "A recovery code was used",
      paragraphs: [
        `A recovery code was used in your account instead of a code from the app. It no longer works. Codes left: ${left}.`,
        "If the phone is lost, remove the second factor and set it up with a new app. If it was not you, set a new password at once.",
      ],
      label: "Security of your account",
    },
  });
