import { maskEmail, maskPhone } from "@vitrina/domain/core";
import type { Address, Order } from "./order.ts";

/** Whom an order goes to, and where. */
export type OrderContact = Pick<Order, "email" | "address">;

/** Who may not see it still sees the country and city, for these say how far a parcel goes. */
export const maskContact = <Part extends OrderContact>(order: Part): Part => ({
  ...order,
  email: maskEmail(order.email),
  address: maskAddress(order.address),
});

const maskAddress = ({ country, city, fullName, phone }: Address): Address => ({
  country,
  city,
  fullName: fullName.replace(/^(.).*$/su, "$1***"),
  phone: maskPhone(phone),
  region: "",
  postcode: "***",
  street: "***",
  flat: "",
  note: "",
});
