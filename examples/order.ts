/** Buys something in a running shop: `node examples/order.ts http://localhost:3000`. */
import { createShopClient } from "@vitrina/api-contract";

const shop = createShopClient(process.argv[2] ?? "http://localhost:3000");

const { rows } = await shop.search.list.query({ currency: "RUB", inStock: true });
const variantId = rows.find((card) => card.variantId)?.variantId;
if (!variantId) throw new Error("Nothing on the first page can be bought without choosing a variant.");

await shop.auth.signIn.mutate({ email: "shopper@vitrina.example", password: "vitrina-demo-2026" });
await shop.cart.addItem.mutate({ variantId, quantity: 1, currency: "RUB" });
const quote = await shop.orders.startCheckout.mutate({ country: "RU" });
const { order } = await shop.orders.placeOrder.mutate({
  email: "shopper@vitrina.example",
  address: {
    fullName: "Анна Покупателева",
    phone: "+79123456789",
    country: "RU",
    city: "Москва",
    postcode: "101000",
    street: "Мясницкая, 1",
  },
  deliveryCode: quote.delivery?.code ?? "",
  paymentMethod: "on-delivery",
  consent: { personalData: true, textVersion: "2026-11" },
  quoteHash: quote.hash,
});
console.log(`${order.number}: ${order.lines.map(({ name }) => name.ru ?? name.en).join(", ")}`);
