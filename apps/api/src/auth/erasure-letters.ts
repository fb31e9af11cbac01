import { type AuthLetter, letterIn } from "#auth/auth-letters.ts";
import { dayOf } from "#core/letter.ts";

/** The link takes it back; so does signing in. */
export const erasureAskedLetter = ({ eraseAt, ...letter }: AuthLetter & { eraseAt: string }) =>
  letterIn(letter, {
    ru: {
      subject: "Аккаунт будет удалён",
      greeting: "Аккаунт будет удалён",
      paragraphs: [
        `Вы попросили удалить аккаунт. Сеансы завершены, а ${dayOf("ru", eraseAt)} мы сотрём всё, что о вас знаем; заказы останутся без имени и адреса, как того требует закон об учёте.`,
        "Передумали или это были не вы? До этого дня достаточно войти в аккаунт или открыть ссылку. Потом вернуть ничего не получится.",
      ],
      label: "Оставить аккаунт",
    },
    en: {
      subject: "Your account will be erased",
      greeting: "Your account will be erased",
      paragraphs: [
        `You asked us to erase your account. You are signed out everywhere, and on ${dayOf("en", eraseAt)} we wipe all that we know of you; orders stay without name and address, as the law on accounts demands.`,
        "Have you changed your mind, or was it not you? Until that day it is enough to sign in or to open the link. After it nothing can be brought back.",
      ],
      label: "Keep the account",
    },
  });

export const erasureUndoneLetter = (letter: AuthLetter) =>
  letterIn(letter, {
    ru: {
      subject: "Аккаунт остаётся",
      greeting: "Аккаунт остаётся",
      paragraphs: [
        "Удаление аккаунта отменено: в него вошли или открыли ссылку из письма. Всё на своих местах.",
        "Если это были не вы, смените пароль и попросите об удалении ещё раз.",
      ],
      label: "Открыть аккаунт",
    },
    en: {
      subject: "Your account stays",
      greeting: "Your account stays",
      paragraphs: [
        "The erasure of your account has been called off: somebody signed in, or opened the link of our letter. Everything is in its place.",
        "If it was not you, change your password and ask for the erasure again.",
      ],
      label: "Open my account",
    },
  });
