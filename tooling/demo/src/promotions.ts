import type { DemoPromotion } from "./demo.ts";

export const demoPromotions: DemoPromotion[] = [
  { code: "WELCOME10", percent: 10, name: { ru: "Скидка 10 % на знакомство", en: "10% to get acquainted" } },
  {
    code: "BIG15",
    percent: 15,
    name: { ru: "15 % на большой заказ", en: "15% off a large order" },
    minimum: { RUB: 1000000, EUR: 11000, USD: 12000 },
  },
  {
    code: "SHELF20",
    percent: 20,
    name: { ru: "20 % до конца месяца", en: "20% until the end of the month" },
    endsInDays: 30,
  },
  {
    code: "SUMMER25",
    percent: 25,
    name: { ru: "Летняя скидка 25 %", en: "Summer 25%" },
    startsInDays: -90,
    endsInDays: -1,
  },
  {
    code: "HOLIDAY30",
    percent: 30,
    name: { ru: "Праздничная скидка 30 %", en: "Holiday 30%" },
    startsInDays: 30,
    endsInDays: 60,
  },
  {
    code: "FIRST50",
    percent: 50,
    name: { ru: "50 % первому, кто успеет", en: "50% for whoever comes first" },
    maxUses: 1,
  },
];
