import { localized, type Locale } from "@vitrina/domain/core";
import type { Promised } from "@vitrina/domain/inventory";
import type { Order } from "@vitrina/domain/orders";
import { html, renderLetter } from "#core/letter.ts";

export interface OrderLetter {
  order: Order;
  locale: Locale;
  /** Address of the order's page. */
  url: string;
}

const WORDS = {
  ru: {
    placed: (number: string) => `Заказ № ${number} принят`,
    shipped: (number: string) => `Заказ № ${number} в пути`,
    delivered: (number: string) => `Заказ № ${number} доставлен`,
    thanks: (name: string) => `${name}, спасибо за заказ!`,
    onItsWay: (name: string) => `${name}, ваш заказ в пути`,
    handedOver: (name: string) => `${name}, заказ у вас`,
    whatNext: "Мы собираем его и напишем, когда он отправится. Оплата при получении.",
    arrival: (from: string, to: string) => (from === to ? `Доставим ${from}.` : `Доставим с ${from} по ${to}.`),
    enjoy: "Надеемся, всё подошло. Расскажите другим покупателям о товаре: отзывы помогают выбирать.",
    toOrder: (quantity: number, day: string | null) =>
      day === null ? `под заказ: ${quantity}` : `под заказ: ${quantity}, ожидаем ${day}`,
    items: "Товары",
    discount: "Скидка",
    delivery: "Доставка",
    free: "бесплатно",
    tax: "Налог",
    taxIncluded: "В том числе налог",
    total: "Итого",
    address: "Куда",
    open: "Открыть заказ",
  },
  en: {
    placed: (number: string) => `We have your order ${number}`,
    shipped: (number: string) => `Your order ${number} is on its way`,
    delivered: (number: string) => `Your order ${number} has arrived`,
    thanks: (name: string) => `Thank you for your order, ${name}`,
    onItsWay: (name: string) => `${name}, your order is on its way`,
    handedOver: (name: string) => `${name}, your order is with you`,
    whatNext: "We are packing it and will write when it leaves. You pay on delivery.",
    arrival: (from: string, to: string) =>
      from === to ? `It arrives on ${from}.` : `It arrives between ${from} and ${to}.`,
    enjoy: "We hope everything fits. Tell other shoppers about it: reviews help to choose.",
    toOrder: (quantity: number, day: string | null) =>
      day === null ? `to order: ${quantity}` : `to order: ${quantity}, expected on ${day}`,
    items: "Items",
    discount: "Discount",
    delivery: "Delivery",
    free: "free",
    tax: "Tax",
    taxIncluded: "Including tax",
    total: "Total",
    address: "To",
    open: "Open the order",
  },
} as const;

const firstName = (order: Order): string => order.address.fullName.split(/\s+/)[0] ?? "";

const dateIn = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

const arrivalOf = ({ delivery }: Order, locale: Locale): string =>
  WORDS[locale].arrival(dateIn(locale, delivery.from), dateIn(locale, delivery.to));

const moneyIn = (locale: Locale, { currency }: Order) => {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return (amount: number) => format.format(amount / 100);
};

/** "We have your order": lines, sums, address and when it comes (ORD-03). */
export function orderPlacedLetter({ order, locale, url }: OrderLetter) {
  const words = WORDS[locale];
  return renderLetter({
    locale,
    subject: words.placed(order.number),
    greeting: words.thanks(firstName(order)),
    paragraphs: [words.whatNext, arrivalOf(order, locale)],
    insert: receiptOf(order, locale),
    button: { label: words.open, url },
  });
}

export function orderShippedLetter({ order, locale, url }: OrderLetter) {
  const words = WORDS[locale];
  return renderLetter({
    locale,
    subject: words.shipped(order.number),
    greeting: words.onItsWay(firstName(order)),
    paragraphs: [arrivalOf(order, locale)],
    button: { label: words.open, url },
  });
}

export function orderDeliveredLetter({ order, locale, url }: OrderLetter) {
  const words = WORDS[locale];
  return renderLetter({
    locale,
    subject: words.delivered(order.number),
    greeting: words.handedOver(firstName(order)),
    paragraphs: [words.enjoy],
    button: { label: words.open, url },
  });
}

function receiptOf(order: Order, locale: Locale) {
  const rows = [...lineRows(order, locale), ...sumRows(order, locale)];
  const { address } = order;
  const place = [address.postcode, address.region, address.city, address.street, address.flat]
    .filter(Boolean)
    .join(", ");
  const to = `${WORDS[locale].address}: ${place}`;
  return {
    text: [...rows.map(([label, value]) => `${label}: ${value}`), "", to].join("\n"),
    html: html`<table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        style="border-top:1px solid #e5dfd5;margin:0 0 16px"
      >
        ${rows.map(([label, value, strong]) => rowOf(label, value, strong))}
      </table>
      <p style="margin:0">${to}</p>`,
  };
}

type Row = readonly [label: string, value: string, strong?: boolean];

const rowOf = (label: string, value: string, strong = false) => {
  const weight = strong ? "700" : "400";
  return html`<tr>
    <td style="padding:8px 0;font-weight:${weight}">${label}</td>
    <td align="right" style="padding:8px 0;white-space:nowrap;font-weight:${weight}">${value}</td>
  </tr>`;
};

function lineRows(order: Order, locale: Locale): Row[] {
  const money = moneyIn(locale, order);
  return order.lines.map((line) => {
    const options = line.optionNames.map(({ value }) => localized(value, locale)).join(", ");
    const name = options ? `${localized(line.name, locale)} (${options})` : localized(line.name, locale);
    const later = line.backOrder ? ` (${laterOf(line.backOrder, locale)})` : "";
    return [`${name} × ${line.quantity}${later}`, money(line.unitAmount * line.quantity)];
  });
}

const laterOf = ({ quantity, expectedOn }: Promised, locale: Locale): string =>
  WORDS[locale].toOrder(quantity, expectedOn === null ? null : dateIn(locale, expectedOn));

function sumRows(order: Order, locale: Locale): Row[] {
  const words = WORDS[locale];
  const money = moneyIn(locale, order);
  const { totals, delivery } = order;
  const codes = order.promotions.filter(({ amount }) => amount > 0).map(({ code }) => code);
  const tax: Row = [totals.taxIncluded ? words.taxIncluded : words.tax, money(totals.tax)];
  return [
    ...(totals.discount > 0 ? [[[words.discount, ...codes].join(" "), `−${money(totals.discount)}`] as const] : []),
    [
      `${words.delivery}: ${localized(delivery.name, locale)}`,
      totals.delivery === 0 ? words.free : money(totals.delivery),
    ],
    ...(totals.tax > 0 && !totals.taxIncluded ? [tax] : []),
    [words.total, money(totals.total), true],
    ...(totals.tax > 0 && totals.taxIncluded ? [tax] : []),
  ];
}
