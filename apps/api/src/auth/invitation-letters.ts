import { type AuthLetter, letterIn } from "#auth/auth-letters.ts";

/** To somebody who is asked to work in the shop. */
export const invitationLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Вас приглашают работать в Витрине",
      greeting: "Вас приглашают работать в Витрине",
      paragraphs: [
        "Откройте ссылку, чтобы принять приглашение и задать пароль. Она действует 72 часа и работает один раз.",
        "Если вы не ждали приглашения, ничего делать не нужно.",
      ],
      label: "Принять приглашение",
    },
    en: {
      subject: "You are invited to work at Vitrina",
      greeting: "You are invited to work at Vitrina",
      paragraphs: [
        "Open the link to accept the invitation and set a password. It works for 72 hours, and once.",
        "If you did not expect this, there is nothing to do.",
      ],
      label: "Accept the invitation",
    },
  });
