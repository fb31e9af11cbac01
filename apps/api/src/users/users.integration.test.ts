import { expect, test } from "vitest";
import { testShop } from "#testing.ts";
import { anOrderForm, onTheShelf, openForOrders } from "#testing-goods.ts";

const shop = testShop();
const { address } = anOrderForm("");
const anEdit = { name: "Анна", phone: "8 912 345-67-89", locale: "ru", currency: "EUR", version: 1 } as const;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { cause?: { code: string; details: unknown } }) => error.cause,
  );

test("a person edits their profile and finds it so, on every device", async () => {
  const anna = await shop.signedIn("customer");

  const edited = await anna.users.editProfile(anEdit);

  expect(edited).toMatchObject({ name: "Анна", phone: "+79123456789", locale: "ru", currency: "EUR", version: 2 });
  expect(await anna.users.profile()).toEqual(edited);
});

test("of two edits of one profile the later learns what the first made of it", async () => {
  const anna = await shop.signedIn("customer");
  const edits = [
    { ...anEdit, name: "From the phone" },
    { ...anEdit, name: "From the desk" },
  ];

  const answers = await Promise.allSettled(edits.map((edit) => anna.users.editProfile(edit)));

  const profile = await anna.users.profile();
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(profile.version).toBe(2);
  expect(refused).toMatchObject([{ cause: { code: "users.profile-changed", details: { profile } } }]);
});

test("a phone nobody could call is refused and the profile stays", async () => {
  const anna = await shop.signedIn("customer");

  expect(await refusal(anna.users.editProfile({ ...anEdit, phone: "12345" }))).toMatchObject({
    code: "users.invalid-phone",
  });
  expect(await anna.users.profile()).toMatchObject({ phone: null, version: 1 });
});

test.each([
  ["phone", { phone: "12345" }],
  ["postcode", { postcode: "1234" }],
  ["region", { country: "US", postcode: "94105", region: "Bavaria" }],
] as const)("an address with a wrong %s is refused by name of the field", async (field, changes) => {
  const anna = await shop.signedIn("customer");

  expect(await refusal(anna.users.addresses.add({ ...address, ...changes }))).toMatchObject({
    code: "users.invalid-address",
    details: { field },
  });
});

test("the default address goes with the order, which keeps it after the address is deleted", async () => {
  await openForOrders(shop);
  const { variantId } = await onTheShelf(shop.services);
  const anna = await shop.signedIn("customer");
  const { defaults } = await anna.users.addresses.add({ ...address, flat: "7", phone: "8 912 345-67-89" });
  const addressId = defaults?.shipping ?? "";
  await anna.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await anna.orders.startCheckout({ country: "RU" });
  const { address: _, ...form } = anOrderForm(hash);

  const { order } = await anna.orders.placeOrder({ ...form, addressId });
  await anna.users.addresses.remove({ id: addressId });

  expect((await anna.orders.get({ id: order.id })).address).toMatchObject({ flat: "7", phone: "+79123456789" });
});

test("an address deleted in another tab asks the open checkout to pick again, and the cart is still there", async () => {
  await openForOrders(shop);
  const { variantId } = await onTheShelf(shop.services);
  const anna = await shop.signedIn("customer");
  const { defaults } = await anna.users.addresses.add(address);
  const addressId = defaults?.shipping ?? "";
  await anna.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await anna.orders.startCheckout({ country: "RU" });
  const { address: _, ...form } = anOrderForm(hash);
  await anna.users.addresses.remove({ id: addressId });

  const refused = await refusal(anna.orders.placeOrder({ ...form, addressId }));
  const { order } = await anna.orders.placeOrder({ ...form, address: { ...address, flat: "8" }, keepAddress: true });

  expect(refused).toMatchObject({ code: "orders.address-gone", details: { addressId } });
  expect(order.address.flat).toBe("8");
  expect((await anna.users.addresses.list()).addresses).toMatchObject([{ flat: "8" }]);
});

test("an order says where to once: neither twice nor not at all", async () => {
  const anna = await shop.signedIn("customer");
  const { address: _, ...nowhere } = anOrderForm("0".repeat(64));
  const { defaults } = await anna.users.addresses.add(address);

  await expect(anna.orders.placeOrder(nowhere)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(
    anna.orders.placeOrder({ ...nowhere, address, addressId: defaults?.shipping ?? "" }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("letters about an order are in the language of the profile, whatever page it was placed on", async () => {
  await openForOrders(shop);
  const { variantId } = await onTheShelf(shop.services);
  const { principal } = await shop.member("customer");
  const anna = shop.callerOf({ principal, locale: "ru" });
  await anna.users.editProfile({ ...anEdit, locale: "en", phone: null });
  await anna.cart.addItem({ variantId, quantity: 1, currency: "RUB" });
  const { hash } = await anna.orders.startCheckout({ country: "RU" });

  const { order } = await anna.orders.placeOrder(anOrderForm(hash));

  const { rows } = await shop.database.pool.query(
    "select locale from orders.order where id = $1 union select payload->>'locale' from core.outbox where dedup_key = 'orders.placed:' || $1::text",
    [order.id],
  );
  expect(rows).toEqual([{ locale: "en" }]);
});
