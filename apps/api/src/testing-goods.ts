import { aProductDraft } from "@vitrina/domain/catalog/testing";
import { sql } from "kysely";
import type { Services } from "#services.ts";
import type { Caller, TestShop } from "#testing.ts";

const BY = { actor: "test", reference: null };

interface Goods {
  stock?: number;
  amount?: number;
}

/** A published product with a price in roubles, stock and its listing; the ids that procedures ask for. */
export async function onTheShelf(services: Services, { stock = 100, amount = 150_000 }: Goods = {}) {
  const draft = aProductDraft();
  const [product] = await services.catalog.importProducts({
    source: `test-${draft.externalId}-${crypto.randomUUID()}`,
    categories: [],
    attributes: [],
    products: [
      {
        ...draft,
        slug: `${draft.slug}-${crypto.randomUUID().slice(0, 8)}`,
        variants: [{ sku: crypto.randomUUID(), optionValues: {}, gtins: [], picture: null }],
      },
    ],
  });
  const variantId = product?.variants[0]?.id;
  if (!product || !variantId) throw new Error("the product was not imported");
  await services.pricing.setPrices([{ variantId, amount, compareAt: null, currency: "RUB" }]);
  if (stock > 0) await services.inventory.receive([{ variantId, quantity: stock }], BY);
  while ((await services.search.refreshDirty(100)) > 0);
  return { productId: product.productId, variantId };
}

/** What checkout needs beside goods: a way of delivery and the tax of Russia. */
export async function openForOrders({ services, database }: TestShop): Promise<void> {
  await services.pricing.addTaxRates([{ country: "RU", taxClass: "standard", rateBasisPoints: 2000, included: true }]);
  await sql`
    insert into orders.delivery_method (code, name, countries, prices, min_days, max_days)
    values ('courier', '{"en": "Courier"}', '{RU}', '{"RUB": 39000}', 1, 3) on conflict do nothing
  `.execute(database.db);
}

export const anOrderForm = (quoteHash: string) => ({
  email: "buyer@vitrina.example",
  address: {
    fullName: "Анна Иванова",
    phone: "+79123456789",
    country: "RU" as const,
    city: "Москва",
    postcode: "101000",
    street: "Мясницкая, 1",
  },
  deliveryCode: "courier",
  paymentMethod: "on-delivery" as const,
  consent: { personalData: true, textVersion: "2026-11" } as const,
  quoteHash,
});

type Form = Partial<ReturnType<typeof anOrderForm>>;

/** Buys one piece of something new; the shop must be open for orders. */
export async function placeOrder(shop: TestShop, buyer: Caller, form: Form = {}) {
  const { variantId } = await onTheShelf(shop.services);
  await buyer.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await buyer.orders.startCheckout({ country: "RU" });
  return (await buyer.orders.placeOrder({ ...anOrderForm(hash), ...form, quoteHash: hash })).order;
}

/** The same, as somebody who has no account; `token` opens the order's page. */
export async function placeOrderAsGuest(shop: TestShop, form: Form = {}) {
  const { variantId } = await onTheShelf(shop.services);
  const { secret } = await shop.callerOf().cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const guest = shop.guest(secret);
  const { hash } = await guest.orders.startCheckout({ country: "RU" });
  return guest.orders.placeOrder({ ...anOrderForm(hash), ...form, quoteHash: hash });
}

/** What staff do to an order until it is with its buyer. */
export async function deliverOrder(shop: TestShop, { id, version }: { id: string; version: number }) {
  const keeper = await shop.signedIn("staff");
  const shipped = await keeper.orders.admin.markShipped({ id, version });
  return keeper.orders.admin.markDelivered({ id, version: shipped.version });
}
