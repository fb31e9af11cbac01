import type { Letter, LetterEvent, Locale } from "@vitrina/domain/core";
import type { NoticedGoods } from "@vitrina/domain/inventory";
import type { Order } from "@vitrina/domain/orders";
import { UnsubscribeTarget } from "@vitrina/domain/users";
import { alreadyRegisteredLetter, sessionReusedLetter, welcomeLetter } from "#auth/auth-letters.ts";
import {
  factorAddedLetter,
  factorGuessedLetter,
  factorRemovedLetter,
  factorResetLetter,
  recoveryCodesRenewedLetter,
  recoveryCodeUsedLetter,
} from "#auth/factor-letters.ts";
import { erasureAskedLetter, erasureUndoneLetter } from "#auth/erasure-letters.ts";
import { guessedLetter } from "#auth/guessed-letters.ts";
import { invitationLetter } from "#auth/invitation-letters.ts";
import {
  emailChangedLetter,
  emailChangeLetter,
  emailRestoredLetter,
  emailTakenLetter,
  passwordChangedLetter,
  resetLetter,
  verificationLetter,
} from "#auth/mailbox-letters.ts";
import { noticeConfirmLetter, noticeKnownLetter, restockedLetter } from "#inventory/notice-letters.ts";
import { orderDeliveredLetter, orderPlacedLetter, orderShippedLetter } from "#orders/order-letters.ts";
import { subscribedLetter } from "#users/consent-letters.ts";
import { exportReadyLetter } from "#users/export-letter.ts";

interface Sources {
  /** The shop's address without a trailing slash. */
  publicUrl: string;
  /** An order's snapshot and the token that opens its page. */
  order(id: string): Promise<{ order: Order; token: string }>;
  /** Opens the token of a link, which the outbox keeps sealed. */
  open(sealed: string): string;
  /** The token of the link that stops letters of this sort. */
  unsubscribe(target: UnsubscribeTarget): string;
  notices: {
    goodsOf(variantId: string): Promise<NoticedGoods>;
    /** The token that ends all notices of an address. */
    stopTokenOf(emailKey: string): string;
  };
}

/** The letter an event asks for. */
export async function letterFor(
  event: LetterEvent,
  { publicUrl, order, open, unsubscribe, notices }: Sources,
): Promise<Letter> {
  const { locale } = event;
  const page = (path: string) => `${publicUrl}${prefixOf(locale)}${path}`;
  const about = async (orderId: string) => {
    const found = await order(orderId);
    return { to: found.order.email, order: found.order, locale, url: page(`/order/${found.token}`) };
  };
  // Behind a hash: what follows it is never sent to a server, so it is in no log and no Referer.
  const link = (path: string, sealed: string) => page(`${path}#${open(sealed)}`);
  const aboutGoods = async ({ email, emailKey, variantId }: Extract<LetterEvent, { emailKey: string }>) => {
    const goods = await notices.goodsOf(variantId);
    const url = page(`/p/${goods.slug}?v=${encodeURIComponent(goods.sku)}`);
    return { to: email, goods, locale, url, stopUrl: page(`/notice/stop/${notices.stopTokenOf(emailKey)}`) };
  };
  switch (event.topic) {
    case "auth.registered":
      // Events written before links were have none.
      return {
        to: event.email,
        ...welcomeLetter({
          name: event.name,
          locale,
          url: event.link === undefined ? page("/account") : link("/verify", event.link),
        }),
      };
    case "auth.verification-asked":
      return { to: event.email, ...verificationLetter({ locale, url: link("/verify", event.link) }) };
    case "auth.reset-link":
      return { to: event.email, ...resetLetter({ locale, url: link("/reset/new", event.link) }) };
    case "auth.password-changed":
      return { to: event.email, ...passwordChangedLetter({ locale, url: page("/reset") }) };
    case "auth.email-change-link":
      return { to: event.email, ...emailChangeLetter({ locale, url: link("/email/confirm", event.link) }) };
    case "auth.email-taken":
      return { to: event.email, ...emailTakenLetter({ locale, url: page("/sign-in") }) };
    case "auth.email-changed": {
      const { newEmail } = event;
      return { to: event.email, ...emailChangedLetter({ newEmail, locale, url: link("/email/undo", event.link) }) };
    }
    case "auth.email-restored":
      return { to: event.email, ...emailRestoredLetter({ locale, url: link("/reset/new", event.link) }) };
    case "auth.invited":
      return { to: event.email, ...invitationLetter({ locale, url: link("/invite", event.link) }) };
    case "auth.factor-added":
      return { to: event.email, ...factorAddedLetter({ locale, url: page("/reset") }) };
    case "auth.factor-removed":
      return { to: event.email, ...factorRemovedLetter({ locale, url: page("/reset") }) };
    case "auth.factor-reset":
      return { to: event.email, ...factorResetLetter({ locale, url: page("/reset") }) };
    case "auth.factor-guessed":
      return { to: event.email, ...factorGuessedLetter({ locale, url: page("/reset") }) };
    case "auth.recovery-codes-renewed":
      return { to: event.email, ...recoveryCodesRenewedLetter({ locale, url: page("/reset") }) };
    case "auth.recovery-code-used": {
      const { left } = event;
      return { to: event.email, ...recoveryCodeUsedLetter({ left, locale, url: page("/account/security") }) };
    }
    case "auth.erasure-asked": {
      const { email, eraseAt } = event;
      return { to: email, ...erasureAskedLetter({ locale, eraseAt, url: link("/erasure/undo", event.link) }) };
    }
    case "auth.erasure-undone":
      return { to: event.email, ...erasureUndoneLetter({ locale, url: page("/account") }) };
    case "auth.registration-repeated":
      return { to: event.email, ...alreadyRegisteredLetter({ locale, url: page("/sign-in") }) };
    case "auth.session-reused":
      return { to: event.email, ...sessionReusedLetter({ locale, url: page("/sign-in") }) };
    case "auth.guessed":
      return { to: event.email, ...guessedLetter({ locale, url: page("/sign-in") }) };
    case "users.export-ready": {
      const { email, until } = event;
      return { to: email, ...exportReadyLetter({ locale, until, url: page("/account/privacy") }) };
    }
    case "users.subscribed": {
      const { email, userId, purpose, channel } = event;
      const target = UnsubscribeTarget.parse({ userId, purpose, channel });
      const url = page(`/unsubscribe/${unsubscribe(target)}`);
      return { to: email, ...subscribedLetter({ locale, purpose: target.purpose, url }), unsubscribe: url };
    }
    case "inventory.notice-link": {
      const { to, ...letter } = await aboutGoods(event);
      return { to, ...noticeConfirmLetter({ ...letter, url: page(`/notice/${open(event.link)}`) }) };
    }
    case "inventory.notice-known": {
      const { to, ...letter } = await aboutGoods(event);
      return { to, ...noticeKnownLetter(letter) };
    }
    case "inventory.restocked": {
      const { to, ...letter } = await aboutGoods(event);
      return { to, ...restockedLetter(letter) };
    }
    case "orders.placed": {
      const { to, ...letter } = await about(event.orderId);
      return { to, ...orderPlacedLetter(letter) };
    }
    case "orders.shipped": {
      const { to, ...letter } = await about(event.orderId);
      return { to, ...orderShippedLetter(letter) };
    }
    case "orders.delivered": {
      const { to, ...letter } = await about(event.orderId);
      return { to, ...orderDeliveredLetter(letter) };
    }
  }
}

const prefixOf = (locale: Locale): string => (locale === "ru" ? "" : `/${locale}`);
