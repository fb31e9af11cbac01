import type { Letter, Locale, ShopEvent } from "@vitrina/domain/core";
import type { Order } from "@vitrina/domain/orders";
import { alreadyRegisteredLetter, sessionReusedLetter, welcomeLetter } from "#auth/auth-letters.ts";
import { guessedLetter } from "#auth/guessed-letters.ts";
import { orderDeliveredLetter, orderPlacedLetter, orderShippedLetter } from "#orders/order-letters.ts";

interface Sources {
  /** The shop's address without a trailing slash. */
  publicUrl: string;
  /** An order's snapshot and the token that opens its page. */
  order(id: string): Promise<{ order: Order; token: string }>;
}

/** The letter an event asks for. */
export async function letterFor(event: ShopEvent, { publicUrl, order }: Sources): Promise<Letter> {
  const { locale } = event;
  const page = (path: string) => `${publicUrl}${prefixOf(locale)}${path}`;
  const about = async (orderId: string) => {
    const found = await order(orderId);
    return { to: found.order.email, order: found.order, locale, url: page(`/order/${found.token}`) };
  };
  switch (event.topic) {
    case "auth.registered":
      return { to: event.email, ...welcomeLetter({ name: event.name, locale, url: page("/") }) };
    case "auth.registration-repeated":
      return { to: event.email, ...alreadyRegisteredLetter({ locale, url: page("/sign-in") }) };
    case "auth.session-reused":
      return { to: event.email, ...sessionReusedLetter({ locale, url: page("/sign-in") }) };
    case "auth.guessed":
      return { to: event.email, ...guessedLetter({ locale, url: page("/sign-in") }) };
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
