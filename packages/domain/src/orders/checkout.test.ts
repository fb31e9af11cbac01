import { NotSellable } from "@vitrina/domain/cart";
import { OutOfStock } from "@vitrina/domain/inventory";
import { type ConsentChange, createAddressService, InvalidAddress } from "@vitrina/domain/users";
import { aPostalAddress, fakeAddresses, postalRules } from "@vitrina/domain/users/testing";
import { expect, test } from "vitest";
import { createCheckoutService } from "./checkout.service.ts";
import { AddressGone, EmptyCart, InvalidBuyerEmail, NoDeliveryMethod, QuoteChanged } from "./orders.errors.ts";
import type { CheckoutMaterial } from "./orders.repository.ts";
import { aCheckoutLine, aDeliveryMethod, anAddress, aPlacement, checkoutMaterial, fakeCheckout } from "./testing.ts";

const owner = { userId: "0196b8c0-0000-7000-8000-0000000000aa" };
const NOON = new Date("2026-03-01T12:00:00Z");

function shopWith(material: CheckoutMaterial | null) {
  const checkout = fakeCheckout(material);
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const book = fakeAddresses();
  const addresses = createAddressService({
    addresses: book,
    transact: (work) => work({ addresses: book }),
    rules: postalRules,
    newId,
  });
  const said: [string, ConsentChange, string][] = [];
  const consents = { change: async (...words: (typeof said)[number]) => (said.push(words), []) };
  const service = createCheckoutService({
    transact: (work) => work({ checkout }),
    inventory: checkout,
    addresses,
    consents,
    tokens: { tokenOf: (id) => `token-of-${id}`, hashOf: (token) => Uint8Array.from(token, (c) => c.charCodeAt(0)) },
    hash: (text) => text.slice(0, 10_000),
    guestKey: (email) => `guest:${email}`,
    clock: () => NOON,
    newId,
    timeZone: "Europe/Moscow",
  });
  return { checkout, addresses, said, ...service };
}
const refusalOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

test("a checkout quotes the whole sum with the day of arrival before anything is asked", async () => {
  const { startCheckout } = shopWith(
    checkoutMaterial({ lines: [aCheckoutLine({ quantity: 2, unitAmount: 150_000 })] }),
  );

  const quote = await startCheckout(owner, { country: "RU" });

  expect(quote.totals).toMatchObject({ items: 300_000, discount: 0, delivery: 39_000, total: 339_000 });
  expect(quote.delivery).toMatchObject({ code: "courier", from: "2026-03-02", to: "2026-03-04" });
  expect(quote.heldUntil).toBe("2026-03-01T12:15:00.000Z");
});

test("every line is held before the form, or every problem is named at once", async () => {
  const lines = [
    aCheckoutLine({ variantId: "mug", quantity: 3, available: 1 }),
    aCheckoutLine({ variantId: "gone", published: false, quantity: 2 }),
    aCheckoutLine({ variantId: "vase", quantity: 1 }),
  ];
  const { startCheckout } = shopWith(checkoutMaterial({ lines }));

  const refusal = await refusalOf(startCheckout(owner, { country: "RU" }));

  expect(refusal).toBeInstanceOf(OutOfStock);
  expect((refusal as OutOfStock).details.shortages).toEqual([
    { variantId: "mug", wanted: 3, left: 1 },
    { variantId: "gone", wanted: 2, left: 0 },
  ]);
});

test("what another checkout takes at the last moment is not promised", async () => {
  const { startCheckout, checkout } = shopWith(checkoutMaterial({ lines: [aCheckoutLine({ variantId: "mug" })] }));
  checkout.stock.set("mug", 0);

  await expect(startCheckout(owner, { country: "RU" })).rejects.toThrow(OutOfStock);
});

test("what is no longer sold, or has no price in the cart's currency, is named", async () => {
  const lines = [
    aCheckoutLine({ variantId: "a", published: false }),
    aCheckoutLine({ variantId: "b", unitAmount: null }),
  ];

  const refusal = await refusalOf(shopWith(checkoutMaterial({ lines })).startCheckout(owner, { country: "RU" }));

  expect(refusal).toBeInstanceOf(NotSellable);
  expect((refusal as NotSellable).details.variantIds).toEqual(["a", "b"]);
});

test("an empty cart, or none, is not checked out", async () => {
  await expect(shopWith(checkoutMaterial({ lines: [] })).startCheckout(owner, { country: "RU" })).rejects.toThrow(
    EmptyCart,
  );
  await expect(shopWith(null).placeOrder(owner, aPlacement("x"), "ru")).rejects.toThrow(EmptyCart);
});

test("a country without delivery is told", async () => {
  const { startCheckout } = shopWith(checkoutMaterial({ deliveryMethods: [] }));

  await expect(startCheckout(owner, { country: "US" })).rejects.toThrow(NoDeliveryMethod);
});

test("the order costs what the quote said and keeps what it said", async () => {
  const { startCheckout, placeOrder, checkout } = shopWith(checkoutMaterial());
  const quote = await startCheckout(owner, { country: "RU" });

  const { order, token } = await placeOrder(owner, aPlacement(quote.hash), "ru");

  expect(order.totals).toEqual(quote.totals);
  expect(order.delivery).toEqual(quote.delivery);
  expect(order).toMatchObject({ number: "100001", state: "placed", paymentState: "pending", version: 1 });
  expect(token).toBe(`token-of-${order.id}`);
  expect(checkout.placed).toHaveLength(1);
});

type Change = (material: CheckoutMaterial) => void;
test.each<[string, Change]>([
  ["a price rose", ({ lines: [line] }) => line && (line.unitAmount = 200_000)],
  ["the cart changed", ({ cart }) => (cart.version += 1)],
  [
    "the tax changed",
    ({ taxRates }) =>
      taxRates.push({ country: "RU", region: "", taxClass: "standard", rateBasisPoints: 2200, included: true }),
  ],
  [
    "the delivery became dearer",
    ({ deliveryMethods }) => deliveryMethods.splice(0, 1, aDeliveryMethod({ prices: { RUB: 49_000 } })),
  ],
  ["the delivery comes later", ({ deliveryMethods }) => deliveryMethods.splice(0, 1, aDeliveryMethod({ maxDays: 9 }))],
])("when %s after the quote, nothing is placed and the new quote is shown", async (_, change) => {
  const material = checkoutMaterial();
  const { startCheckout, placeOrder, checkout } = shopWith(material);
  const quote = await startCheckout(owner, { country: "RU" });

  change(material);
  const refusal = await refusalOf(placeOrder(owner, aPlacement(quote.hash), "ru"));

  expect(refusal).toBeInstanceOf(QuoteChanged);
  expect(checkout.placed).toEqual([]);
  const agreed = (refusal as QuoteChanged).details.quote;
  await expect(placeOrder(owner, aPlacement(agreed.hash), "ru")).resolves.toMatchObject({
    order: { totals: agreed.totals },
  });
});

test("what does not touch the price, such as a new name or more stock, leaves the quote as it is", async () => {
  const material = checkoutMaterial();
  const { startCheckout, placeOrder } = shopWith(material);
  const quote = await startCheckout(owner, { country: "RU" });

  const [line] = material.lines;
  if (line) Object.assign(line, { name: { ru: "Чашка" }, available: 7 });

  await expect(placeOrder(owner, aPlacement(quote.hash), "ru")).resolves.toMatchObject({
    order: { totals: quote.totals },
  });
});

test("another country at the last step is another quote", async () => {
  const { startCheckout, placeOrder } = shopWith(checkoutMaterial());
  const quote = await startCheckout(owner, { country: "RU" });
  const german = anAddress({ country: "DE", postcode: "10117", phone: "030 901820" });

  await expect(placeOrder(owner, { ...aPlacement(quote.hash), address: german }, "ru")).rejects.toThrow(QuoteChanged);
});

test("placing the same quote again gives the order already placed", async () => {
  const { startCheckout, placeOrder, checkout } = shopWith(checkoutMaterial());
  const quote = await startCheckout(owner, { country: "RU" });
  const first = await placeOrder(owner, aPlacement(quote.hash), "ru");

  const second = await placeOrder(owner, aPlacement(quote.hash), "ru");

  expect(second).toEqual(first);
  expect(checkout.placed).toHaveLength(1);
});

test("an address the country does not know is refused before anything is locked", async () => {
  const { placeOrder } = shopWith(null);
  const placement = { ...aPlacement("x"), address: anAddress({ postcode: "1" }) };

  await expect(placeOrder(owner, placement, "ru")).rejects.toThrow(InvalidAddress);
});

test("an order without an address that mail can reach is refused", async () => {
  const { placeOrder } = shopWith(checkoutMaterial());

  await expect(placeOrder(owner, { ...aPlacement("x"), email: "anna@localhost" }, "ru")).rejects.toThrow(
    InvalidBuyerEmail,
  );
});

const chosen = (quoteHash: string, addressId: string) => {
  const { address: _, ...placement } = aPlacement(quoteHash);
  return { ...placement, addressId };
};

test("a box ticked at checkout subscribes a person with its words; a guest's and an unticked one do not", async () => {
  const place = async (buyer: Parameters<ReturnType<typeof shopWith>["placeOrder"]>[0], marketing: boolean) => {
    const { startCheckout, placeOrder, said } = shopWith(checkoutMaterial());
    const quote = await startCheckout(buyer, { country: "RU" });
    const placement = aPlacement(quote.hash);
    await placeOrder(buyer, { ...placement, consent: { ...placement.consent, marketing } }, "ru");
    return said;
  };
  const newsletter = { purpose: "newsletter", channel: "email", granted: true, textVersion: "2026-11" };

  expect(await place(owner, true)).toEqual([[owner.userId, newsletter, "checkout"]]);
  expect(await place(owner, false)).toEqual([]);
  expect(await place({ secretHash: new Uint8Array(32) }, true)).toEqual([]);
});

test("a chosen address is copied into the order, which keeps it when the address changes or goes", async () => {
  const { startCheckout, placeOrder, addresses, checkout } = shopWith(checkoutMaterial());
  const id = (await addresses.add(owner.userId, aPostalAddress({ flat: "12" }))).defaults?.shipping ?? "";
  const quote = await startCheckout(owner, { country: "RU" });

  const { order } = await placeOrder(owner, chosen(quote.hash, id), "ru");
  await addresses.change(owner.userId, { ...aPostalAddress({ flat: "99" }), id });
  await addresses.remove(owner.userId, id);

  expect(order.address).toEqual(anAddress({ flat: "12" }));
  expect(checkout.placed[0]?.address).toEqual(anAddress({ flat: "12" }));
});

test("an address deleted while the checkout is open must be picked again, and nothing else is lost", async () => {
  const { startCheckout, placeOrder, addresses, checkout } = shopWith(checkoutMaterial());
  const id = (await addresses.add(owner.userId, aPostalAddress())).defaults?.shipping ?? "";
  const quote = await startCheckout(owner, { country: "RU" });
  await addresses.remove(owner.userId, id);

  const refusal = await refusalOf(placeOrder(owner, chosen(quote.hash, id), "ru"));

  expect(refusal).toEqual(new AddressGone({ addressId: id }));
  expect(checkout.placed).toEqual([]);
  await expect(placeOrder(owner, aPlacement(quote.hash), "ru")).resolves.toBeDefined();
});

test("an order that was placed is answered again although its address has gone since", async () => {
  const { startCheckout, placeOrder, addresses } = shopWith(checkoutMaterial());
  const id = (await addresses.add(owner.userId, aPostalAddress())).defaults?.shipping ?? "";
  const quote = await startCheckout(owner, { country: "RU" });
  const first = await placeOrder(owner, chosen(quote.hash, id), "ru");
  await addresses.remove(owner.userId, id);

  const second = await placeOrder(owner, chosen(quote.hash, id), "ru");

  expect(second).toMatchObject({ token: first.token, order: { id: first.order.id } });
});

test.each([{ userId: "0196b8c0-0000-7000-8000-0000000000bb" }, { secretHash: Uint8Array.of(1) }])(
  "a stranger's address is as good as none (T-01, Spree CVE-2026-25758)",
  async (stranger) => {
    const { startCheckout, placeOrder, addresses } = shopWith(checkoutMaterial());
    const id = (await addresses.add(owner.userId, aPostalAddress())).defaults?.shipping ?? "";
    const quote = await startCheckout(stranger, { country: "RU" });

    await expect(placeOrder(stranger, chosen(quote.hash, id), "ru")).rejects.toThrow(AddressGone);
  },
);

test("a typed address is kept when asked for, once, and not without asking", async () => {
  const place = async (keepAddress: boolean) => {
    const { startCheckout, placeOrder, addresses } = shopWith(checkoutMaterial());
    await addresses.keep(owner.userId, aPostalAddress({ flat: "1" }));
    const quote = await startCheckout(owner, { country: "RU" });
    const address = anAddress({ flat: "2", phone: "8 912 345-67-89" });
    await placeOrder(owner, { ...aPlacement(quote.hash), address, keepAddress }, "ru");
    await addresses.keep(owner.userId, aPostalAddress({ flat: "1" }));
    return (await addresses.book(owner.userId)).addresses.map(({ flat, phone }) => `${flat} ${phone}`);
  };

  expect(await place(true)).toEqual(["2 +79123456789", "1 +79123456789"]);
  expect(await place(false)).toEqual(["1 +79123456789"]);
});

test("a guest's address is kept nowhere but in the order", async () => {
  const { startCheckout, placeOrder, addresses } = shopWith(checkoutMaterial());
  const guest = { secretHash: Uint8Array.of(1) };
  const quote = await startCheckout(guest, { country: "RU" });

  await placeOrder(guest, { ...aPlacement(quote.hash), keepAddress: true }, "ru");

  expect((await addresses.book(owner.userId)).addresses).toEqual([]);
});
