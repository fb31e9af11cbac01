import type { DeliveryMethod } from "./delivery.ts";
import type { Address } from "./order.ts";

export const anAddress = (changes: Partial<Address> = {}): Address => ({
  fullName: "Анна Иванова",
  phone: "+79123456789",
  country: "RU",
  region: "",
  city: "Москва",
  postcode: "101000",
  street: "Мясницкая, 1",
  flat: "",
  note: "",
  ...changes,
});

export const aDeliveryMethod = (changes: Partial<DeliveryMethod> = {}): DeliveryMethod => ({
  code: "courier",
  name: { ru: "Курьер", en: "Courier" },
  prices: { RUB: 39_000 },
  freeFrom: {},
  minDays: 1,
  maxDays: 3,
  ...changes,
});
