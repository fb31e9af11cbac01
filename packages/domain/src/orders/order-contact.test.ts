import { expect, test } from "vitest";
import { maskContact } from "./order-contact.ts";
import { Order } from "./order.ts";
import { anOrder } from "./testing.ts";

test("whoever may not see whom an order goes to sees no name, street, number or door, but how far it goes", () => {
  const order = anOrder();
  const address = { ...order.address, fullName: "Анна Иванова", flat: "кв. 7", note: "code 1234" };

  const masked = maskContact({ ...order, email: "anna@example.com", address });

  expect(masked.email).toBe("a***@example.com");
  expect(masked.address).toEqual({
    country: address.country,
    city: address.city,
    fullName: "А***",
    phone: `${address.phone.slice(0, 2)}***${address.phone.slice(-2)}`,
    region: "",
    postcode: "***",
    street: "***",
    flat: "",
    note: "",
  });
  expect(Order.parse(masked)).toEqual(masked);
});
